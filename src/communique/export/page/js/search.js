// Search as you type: every name of every actor, in any script, then the words of the quotes.

const field = document.getElementById("search"), found = document.getElementById("found");
let index = null, active = -1;

const buildIndex = () => {
  const actors = [...ACTORS.values()].flatMap((actor) => {
    const names = new Map([[actor.name, actor.lang], ...Object.entries(actor.labels || {}).map(([lang, text]) => [text, lang]), ...(actor.names || [])]);
    const weight = factsOf("takes_part", actor.id).length;
    return [...names].map(([text, lang]) => ({ actor, text, lang, folded: fold(text), weight }));
  });
  const quotes = [...FACTS.values()].flatMap((fact) => fact.claims.flatMap((claim) =>
    (claim.evidence || []).map((quote) => ({ fact, quote, doc: DOCUMENTS.get(claim.doc), folded: fold(quote.text) }))));
  return { actors, quotes };
};

const rankOf = (entry, query) => (entry.folded === query ? -1 : entry.folded.startsWith(query) ? 0 : entry.folded.includes(` ${query}`) ? 1 : 2);
const lookUp = (query) => {
  index ||= buildIndex();
  const words = query.split(/\s+/);
  const hits = index.actors.filter((entry) => words.every((part) => entry.folded.includes(part)))
    .sort((a, b) => rankOf(a, query) - rankOf(b, query) || b.weight - a.weight || (a.text < b.text ? -1 : 1));
  const best = new Map();
  for (const hit of hits) if (!best.has(hit.actor.id)) best.set(hit.actor.id, hit);
  const actors = [...best.values()].slice(0, 9);
  const quotes = query.length < 3 ? [] : index.quotes.filter((entry) => words.every((part) => entry.folded.includes(part))).slice(0, 5);
  return { actors, quotes };
};

const option = (act, ...children) => {
  const item = el("div", { role: "option", "aria-selected": "false", id: `found-${found.querySelectorAll("[role=option]").length}` }, ...children);
  item.addEventListener("pointerdown", (event) => { event.preventDefault(); act(); closeSearch(); });
  item.act = act;
  found.append(item);
};
const snippet = (entry, query) => {
  const at = Math.max(0, entry.folded.indexOf(query) - 30);
  return (at ? "… " : "") + entry.quote.text.slice(at, at + 110);
};
const drawFound = () => {
  const query = fold(field.value.trim());
  found.replaceChildren();
  active = -1;
  field.removeAttribute("aria-activedescendant");
  const open = query !== "";
  field.setAttribute("aria-expanded", String(open));
  found.hidden = !open;
  if (!open) return;
  const { actors, quotes } = lookUp(query);
  if (actors.length) found.append(el("h4", { text: word("search_actors"), role: "presentation" }));
  for (const { actor, text, lang } of actors) {
    option(() => { select("actor", actor.id); lookAt(); }, shapeSample(actor.type), said(text, lang, { class: "name" }),
      text === titleOf(actor) ? el("span") : said(titleOf(actor), null, { class: "muted" }),
      el("output", { text: number(factsOf("takes_part", actor.id).length) }));
  }
  if (quotes.length) found.append(el("h4", { text: word("search_quotes"), role: "presentation" }));
  for (const entry of quotes) {
    option(() => { select("fact", entry.fact.id); lookAt(); }, lineSample(entry.fact.type, entry.fact.status),
      el("span", { class: "snippet", dir: directionOf(entry.doc?.lang), lang: entry.doc?.lang, text: snippet(entry, query) }));
  }
  if (!actors.length && !quotes.length) found.append(el("p", { class: "muted", text: word("search_none") }));
};
const closeSearch = () => {
  found.hidden = true;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
};
const moveTo = (step) => {
  const options = [...found.querySelectorAll("[role=option]")];
  if (!options.length) return;
  active = (active + step + options.length) % options.length;
  options.forEach((item, i) => item.setAttribute("aria-selected", String(i === active)));
  options[active].scrollIntoView({ block: "nearest" });
  field.setAttribute("aria-activedescendant", options[active].id);
};

field.addEventListener("input", drawFound);
field.addEventListener("focus", drawFound);
field.addEventListener("blur", closeSearch);
field.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); moveTo(event.key === "ArrowDown" ? 1 : -1); }
  if (event.key === "Enter") {
    const item = found.querySelectorAll("[role=option]")[Math.max(active, 0)];
    if (item) { item.act(); closeSearch(); }
  }
  if (event.key === "Escape") { field.value = ""; closeSearch(); event.stopPropagation(); }
});
