// The same facts, and the actors, as tables that sort by any column.

const PAGE = 200;
const whoOf = (fact) => (fact.parties?.length ? fact.parties : fact.who);
const factCell = (fact) => el("button", { type: "button", class: "row-button", onclick: () => select("fact", fact.id), text: kindOf(fact) });
const TABLES = {
  facts: {
    rows: () => shownFacts, type: "fact", sort: "date", down: true,
    columns: [
      { key: "date", value: (fact) => fact.span?.[0] || "", cell: (fact) => shortDate(fact.date) },
      { key: "kind", value: kindOf, cell: factCell },
      { key: "status", value: (fact) => statusOf(fact), cell: (fact) => el("span", {}, badge(fact), fact.disputed ? el("span", { class: "badge disputed", text: word("disputed") }) : "") },
      { key: "who", value: (fact) => namesIn(whoOf(fact)), cell: (fact) => el("span", { class: "who" }, ...whoOf(fact).flatMap((id, i) => [i ? " · " : "", said(nameOf(id))])) },
      { key: "subjects", value: (fact) => (fact.subjects || []).map((code) => label("subject", code)).join(", "), cell: (fact) => el("span", { class: "muted", text: (fact.subjects || []).map((code) => label("subject", code)).join(", ") }) },
      { key: "place", value: (fact) => (fact.place ? nameOf(fact.place) : ""), cell: (fact) => said(fact.place ? nameOf(fact.place) : "") },
      { key: "sources", number: true, value: (fact) => fact.docs.length, cell: (fact) => el("span", { text: number(fact.docs.length) }) },
      { key: "confidence", number: true, value: (fact) => fact.confidence, cell: (fact) => el("span", { text: percent(fact.confidence) }) },
    ],
  },
  actors: {
    rows: () => {
      const inside = new Set(shownFacts.flatMap((fact) => [...fact.who, fact.place, ...(fact.by || [])]));
      return shownFacts.length === FACTS.size ? [...ACTORS.values()] : [...ACTORS.values()].filter((actor) => inside.has(actor.id));
    },
    type: "actor", sort: "facts", down: true,
    columns: [
      { key: "name", value: titleOf, cell: (actor) => el("button", { type: "button", class: "row-button", onclick: () => select("actor", actor.id) }, shapeSample(actor.type), said(titleOf(actor))) },
      { key: "type", value: (actor) => label("entity-type", actor.type), cell: (actor) => el("span", { text: label("entity-type", actor.type) }) },
      { key: "facts", number: true, value: (actor) => factsOf("takes_part", actor.id).length, cell: (actor) => el("span", { text: number(factsOf("takes_part", actor.id).length) }) },
      { key: "offices", value: (actor) => actor.offices?.[0]?.title || "", cell: (actor) => el("span", { class: "muted" }, ...(actor.offices || []).slice(0, 2).flatMap((o, i) => [i ? "; " : "", said(o.title, o.lang), " (", said(nameOf(o.at)), ")"])) },
      { key: "languages", value: (actor) => new Set((actor.names || []).map(([, lang]) => lang)).size, cell: (actor) => el("span", { class: "muted", dir: "ltr", text: [...new Set((actor.names || []).map(([, lang]) => lang))].join(" ") }) },
    ],
  },
};
const pages = { facts: 1, actors: 1 };

const compare = (column) => {
  const collator = new Intl.Collator(language, { numeric: true });
  return (a, b) => (column.number ? column.value(a) - column.value(b) : collator.compare(column.value(a), column.value(b)));
};
const sorted = (table) => {
  const column = table.columns.find(({ key }) => key === table.sort), order = compare(column);
  return [...table.rows()].sort((a, b) => (table.down ? -1 : 1) * order(a, b) || (a.id < b.id ? -1 : 1));
};

const headCell = (name, table, column) => {
  const on = table.sort === column.key;
  return el("th", { scope: "col", class: column.number ? "number" : undefined, "aria-sort": on ? (table.down ? "descending" : "ascending") : undefined },
    el("button", { type: "button", "data-sort": column.key, onclick: () => {
      table.down = on ? !table.down : Boolean(column.number);
      table.sort = column.key;
      drawTable(name);
      document.querySelector(`#${name} [data-sort="${column.key}"]`).focus();
    } }, word(column.key), on ? el("span", { class: "arrow", "aria-hidden": "true", text: table.down ? "↓" : "↑" }) : null));
};
const tableRow = (table, item) => {
  const row = el("tr", { "data-id": item.id, "aria-selected": String(selection?.type === table.type && selection.id === item.id) },
    ...table.columns.map((column) => el("td", { class: `column-${column.key}${column.number ? " number" : ""}` }, column.cell(item))));
  row.addEventListener("click", (event) => { if (!event.target.closest("button, a")) select(table.type, item.id); });
  return row;
};

const drawTable = (name) => {
  const table = TABLES[name], home = document.getElementById(name);
  if (home.hidden) return;
  const rows = sorted(table), shown = rows.slice(0, pages[name] * PAGE);
  home.replaceChildren(el("table", { class: "listing" }, el("caption", { class: "unseen", text: word(name) }),
    el("thead", {}, el("tr", {}, ...table.columns.map((column) => headCell(name, table, column)))),
    el("tbody", {}, ...shown.map((item) => tableRow(table, item)))),
  rows.length ? "" : el("p", { class: "empty-note", text: word("nothing") }),
  rows.length > shown.length ? el("button", { type: "button", class: "more", text: word("more", { n: Math.min(PAGE, rows.length - shown.length) }),
    onclick: () => { pages[name] += 1; drawTable(name); } }) : "");
};
const drawTables = () => Object.keys(TABLES).forEach(drawTable);
const markRows = () => {
  for (const row of document.querySelectorAll("tr[data-id]")) row.setAttribute("aria-selected", String(selection?.id === row.dataset.id));
};
