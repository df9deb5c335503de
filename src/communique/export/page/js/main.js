// Selection, views, language, and the address: #actor/Q184 or #fact/… leads back to what was read.

const VIEWS = ["network", "facts", "actors"];

const select = (type, id) => {
  selection = type ? { type, id } : null;
  const address = selection ? `#${type}/${encodeURIComponent(id)}` : "#";
  if (location.hash !== address && (selection || location.hash)) history.pushState(null, "", address);
  drawPanel();
  repaint();
  uncover();
  markRows();
};
const addressed = () => {
  const [type, id] = location.hash.slice(1).split("/");
  let name = "";
  try { name = decodeURIComponent(id || ""); } catch { name = ""; }
  const known = (type === "actor" && ACTORS.has(name)) || (type === "fact" && FACTS.has(name));
  return known ? { type, id: name } : null;
};
const readAddress = () => {
  selection = addressed();
  drawPanel();
  repaint();
  uncover();
  markRows();
};

const showView = (name) => {
  for (const view of VIEWS) {
    document.getElementById(view).hidden = view !== name;
    const tab = document.getElementById(`view-${view}`);
    tab.setAttribute("aria-selected", String(view === name));
    tab.tabIndex = view === name ? 0 : -1;
  }
  document.getElementById("legend").hidden = name !== "network";
  if (name === "network") drawNetwork();
  else drawTable(name);
};
const buildViews = () => {
  const current = VIEWS.find((view) => !document.getElementById(view).hidden);
  const tabs = VIEWS.map((view) => el("button", { type: "button", role: "tab", id: `view-${view}`, "aria-controls": view,
    "aria-selected": String(view === current), tabindex: view === current ? 0 : -1, text: word(view), onclick: () => showView(view) }));
  const home = document.getElementById("views");
  home.setAttribute("aria-label", word("views"));
  home.replaceChildren(...tabs);
};
document.getElementById("views").addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const tabs = [...event.currentTarget.children], at = tabs.indexOf(document.activeElement);
  const forward = document.documentElement.dir === "rtl" ? -step : step;
  const next = tabs[(at + forward + tabs.length) % tabs.length];
  next.focus();
  next.click();
});

const speak = (code) => {
  language = code;
  document.documentElement.lang = code;
  document.documentElement.dir = word("direction");
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  document.title = `${word("brand")}: ${number(ACTORS.size)} ${word("actors")}, ${number(FACTS.size)} ${word("facts")}`;
  field.placeholder = word("search");
  field.setAttribute("aria-label", word("search"));
  panel.setAttribute("aria-label", word("details"));
  buildViews();
  buildFilters();
  buildLegend();
  drawPanel();
  applyFilters();
};

const languageSwitch = document.getElementById("language");
for (const [code, strings] of Object.entries(STRINGS)) languageSwitch.append(el("option", { value: code, lang: code, text: strings.language }));
languageSwitch.addEventListener("change", () => speak(languageSwitch.value));

document.getElementById("reset").addEventListener("click", resetFilters);
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea");
  if (event.key === "/" && !typing) { event.preventDefault(); field.focus(); }
  if (event.key === "Escape" && selection) select(null);
});
addEventListener("hashchange", readAddress);
addEventListener("popstate", readAddress);

startNetwork();
const preferred = (navigator.languages || []).map((code) => code.split("-")[0]).find((code) => STRINGS[code]) || "en";
languageSwitch.value = preferred;
selection = addressed();
speak(preferred);
showAll();
if (selection) lookAt();
