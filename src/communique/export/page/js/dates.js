// EDTF: what a date spans, and how it is read out in the language of the page.

const lastDay = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const iso = (year, month, day) =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
const SEASONS = { 21: [3, 5], 22: [6, 8], 23: [9, 11], 24: [12, 12] };

// ["2023-03-01", "2023-03-31"] for "2023-03"; null for what is no date.
const spanOf = (date) => {
  if (!date) return null;
  const [start, end] = date.split("/");
  if (end !== undefined) {
    const first = spanOf(start), last = spanOf(end);
    if (!first && !last) return null;
    return [first ? first[0] : "0000-01-01", last ? last[1] : "9999-12-31"];
  }
  const match = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?[~?%]?$/.exec(start.trim());
  if (!match) return null;
  const [, years, month, day] = match;
  const low = Number(years.replace(/X/g, "0")), high = Number(years.replace(/X/g, "9"));
  if (!month || month === "XX") return [iso(low, 1, 1), iso(high, 12, 31)];
  const m = Number(month);
  if (SEASONS[m]) return [iso(low, SEASONS[m][0], 1), iso(high, SEASONS[m][1], lastDay(high, SEASONS[m][1]))];
  if (m < 1 || m > 12) return null;
  if (!day || day === "XX") return [iso(low, m, 1), iso(high, m, lastDay(high, m))];
  const d = Number(day);
  return d < 1 || d > lastDay(high, m) ? null : [iso(low, m, d), iso(high, m, d)];
};

const formatOf = (parts) => {
  const options = { timeZone: "UTC", year: "numeric" };
  if (parts > 1) options.month = "long";
  if (parts > 2) options.day = "numeric";
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, options);
};

// "12 March 2023", in Persian the solar date; seasons and doubtful dates stay as they are written.
const readDate = (date) => {
  if (!date) return word("undated");
  const [start, end] = date.split("/");
  if (end !== undefined) return `${start === ".." || !start ? "…" : readDate(start)} – ${end === ".." || !end ? "…" : readDate(end)}`;
  const sign = /[~?%]$/.exec(date) ? "≈ " : "";
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?$/.exec(date);
  if (!match || Number(match[2] || 1) > 12) return date;
  const [, year, month, day] = match;
  const parts = day ? 3 : month ? 2 : 1;
  if (language === "fa" && parts < 3) return sign + date.replace(/[~?%]$/, "");
  return sign + formatOf(parts).format(new Date(Date.UTC(year, (month || 1) - 1, day || 1)));
};
