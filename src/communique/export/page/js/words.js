// The words of the page in the chosen language, and elements made from text: nothing here writes markup.

const DATA = JSON.parse(document.getElementById("data").textContent);
const STRINGS = DATA.words.strings;
const CONCEPTS = Object.fromEntries(
  Object.entries(DATA.words.concepts).map(([name, rows]) => [name, new Map(rows)]),
);
const RTL_LANGUAGES = new Set(["fa", "ar", "he", "ur", "ps", "ckb", "sd", "ug", "yi"]);

let language = "en";

const word = (key, values = {}) =>
  STRINGS[language][key].replace(/\{(\w+)\}/g, (_, name) =>
    typeof values[name] === "number" ? number(values[name]) : values[name]);

const number = (value) => new Intl.NumberFormat(language).format(value);
const percent = (value) => new Intl.NumberFormat(language, { style: "percent" }).format(value);

// The label of a code of a vocabulary; a code that the vocabulary lacks stands for itself.
const label = (vocabulary, code) => {
  const labels = CONCEPTS[vocabulary]?.get(code);
  return labels ? labels[language] || labels.en : code;
};
const capital = (text) => text.charAt(0).toLocaleUpperCase(language) + text.slice(1);

const languageName = (code) => {
  try {
    return new Intl.DisplayNames([language], { type: "language" }).of(code);
  } catch {
    return code;
  }
};
const directionOf = (code) => (RTL_LANGUAGES.has((code || "").split("-")[0]) ? "rtl" : "ltr");

// el("p", { class: "date", text: "12 March" }, child, ...): attributes, listeners (onclick), text and children.
const el = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "text") element.textContent = value;
    else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
};

// A name or title in its own direction, with its language where it is known.
const said = (text, lang, attributes = {}) => el("bdi", { text, lang: lang || undefined, ...attributes });

const svg = (name, attributes, ...children) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};
