// Dates as EDTF: what a typed date spans, and how a date is read out in the language of the page.

const lastDay = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const iso = (year, month, day) =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

// ["2023-03-01", "2023-03-31"] for "2023-03"; null for what is no year, month or day.
const spanOf = (text) => {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text.trim());
  if (!match) return null;
  const year = Number(match[1]), month = Number(match[2] || 0), day = Number(match[3] || 0);
  if (!match[2]) return [iso(year, 1, 1), iso(year, 12, 31)];
  if (month < 1 || month > 12) return null;
  if (!match[3]) return [iso(year, month, 1), iso(year, month, lastDay(year, month))];
  return day < 1 || day > lastDay(year, month) ? null : [iso(year, month, day), iso(year, month, day)];
};

const formats = new Map(); // making one takes longer than using it a hundred times
const formatOf = (parts) => {
  const known = formats.get(`${language}/${parts}`);
  if (known) return known;
  const options = { timeZone: "UTC", year: "numeric" };
  if (parts > 1) options.month = "long";
  if (parts > 2) options.day = "numeric";
  // A month or year of our calendar is none of the solar calendar: only whole days are converted.
  const locale = { en: "en-GB", fa: parts > 2 ? "fa" : "fa-u-ca-gregory" }[language] || language;
  const format = new Intl.DateTimeFormat(locale, options);
  formats.set(`${language}/${parts}`, format);
  return format;
};

// Year, month and day as far as they are given, and whether in doubt; null for other forms.
const partsOf = (date) => {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%])?$/.exec(date);
  if (!match || Number(match[2] || 1) > 12) return null;
  const [, year, month, day, doubt] = match;
  return { day: new Date(Date.UTC(year, (month || 1) - 1, day || 1)), count: day ? 3 : month ? 2 : 1, doubt: Boolean(doubt) };
};
const endsOf = (date) => date.split("/").map((end) => (end === ".." || end === "" ? "…" : end));

// "12 March 2023", in Persian the solar date; rare forms stay as they are written.
const readDate = (date) => {
  if (!date) return word("undated");
  if (date.includes("/")) return readInterval(...endsOf(date));
  const parts = partsOf(date), season = /^(\d{4})-(2[1-4])$/.exec(date);
  if (season) return word(`season_${season[2]}`, { year: formatOf(1).format(new Date(Date.UTC(season[1], 6, 1))) });
  return parts ? (parts.doubt ? "≈ " : "") + formatOf(parts.count).format(parts.day) : date;
};
// "23 August – 22 September 2022": what both ends share is said once, where both are equally exact and sure.
const readInterval = (start, end) => {
  const one = partsOf(start), two = partsOf(end);
  if (one && two && one.count === two.count && !one.doubt && !two.doubt) return formatOf(one.count).formatRange(one.day, two.day);
  return [start, end].map((part) => (part === "…" ? part : readDate(part))).join(" – ");
};
// In figures, for lists that are read down: an interval on two lines, and seasons in words.
const shortDate = (date) => {
  if (/^\d{4}-2[1-4]$/.test(date || "")) return el("span", { class: "when season", title: date, text: readDate(date) });
  const [start, end] = endsOf(date || "").map((figures) => figures.replace(/^(.+)[~?%]$/, "≈$1"));
  return el("span", { class: "when", dir: "ltr", title: readDate(date) },
    ...(end === undefined ? [date ? start : ""] : [el("span", { text: start }), el("span", { text: `–${end}` })]));
};
