// Which facts are shown: within one facet any choice counts, between facets all must agree.

const FACETS = [
  { key: "kind", values: (fact) => [`${fact.type}/${fact.kind}`], groups: true },
  { key: "status", values: (fact) => [`${fact.type}/${fact.status}`], groups: true },
  { key: "actor_type", values: (fact) => fact.who.map((id) => ACTORS.get(id)?.type) },
  { key: "subject", values: (fact) => fact.subjects || [] },
  { key: "document_language", values: (fact) => fact.docs.map((id) => DOCUMENTS.get(id)?.lang) },
];

const chosen = Object.fromEntries(FACETS.map((facet) => [facet.key, new Set()]));
const limits = { from: "", to: "", disputed: false, involving: [] };
let shownFacts = [...FACTS.values()], shownIds = new Set(FACTS.keys());

for (const fact of FACTS.values()) {
  fact.facets = Object.fromEntries(FACETS.map((facet) => [facet.key, [...new Set(facet.values(fact))].filter(Boolean)]));
}

const inDates = (fact) => {
  const from = limits.from && spanOf(limits.from), to = limits.to && spanOf(limits.to);
  if (!from && !to) return true;
  if (!fact.span) return false;
  return (!from || fact.span[1] >= from[0]) && (!to || fact.span[0] <= to[1]);
};
const inLimits = (fact) =>
  (!limits.disputed || fact.disputed) && limits.involving.every((id) => fact.who.includes(id) || fact.place === id);
const inFacet = (fact, key) => !chosen[key].size || fact.facets[key].some((value) => chosen[key].has(value));

// Shown facts, and for each facet how many each choice would leave, given everything else that is chosen.
const sift = () => {
  const counts = Object.fromEntries(FACETS.map((facet) => [facet.key, new Map()]));
  const shown = [], undatedToo = [];
  for (const fact of FACTS.values()) {
    if (!inLimits(fact)) continue;
    const failed = FACETS.filter((facet) => !inFacet(fact, facet.key));
    if (!failed.length) undatedToo.push(fact);
    if (!inDates(fact)) continue;
    if (!failed.length) shown.push(fact);
    for (const facet of FACETS) {
      if (failed.some((other) => other !== facet)) continue;
      for (const value of fact.facets[facet.key]) counts[facet.key].set(value, (counts[facet.key].get(value) || 0) + 1);
    }
  }
  return { shown, counts, undatedToo };
};

const choicesOf = (facet) => {
  const present = new Set();
  for (const fact of FACTS.values()) for (const value of fact.facets[facet.key]) present.add(value);
  if (facet.groups) {
    return ["meeting", "agreement"].map((type) => [
      type,
      [...CONCEPTS[`${type}-${facet.key}`].keys()].map((code) => `${type}/${code}`).filter((value) => present.has(value)),
    ]);
  }
  const vocabulary = { actor_type: "entity-type", subject: "subject" }[facet.key];
  const order = vocabulary ? [...CONCEPTS[vocabulary].keys()].filter((code) => present.has(code)) : [...present].sort();
  return [[null, order]];
};
const choiceLabel = (facet, value) => {
  const [type, code] = value.split("/");
  if (facet.groups) return label(`${type}-${facet.key}`, code);
  if (facet.key === "document_language") return languageName(value);
  return label(facet.key === "subject" ? "subject" : "entity-type", value);
};

const facetChoice = (facet, value) => {
  const input = el("input", { type: "checkbox", "data-facet": facet.key, value });
  input.checked = chosen[facet.key].has(value);
  input.addEventListener("change", () => {
    chosen[facet.key][input.checked ? "add" : "delete"](value);
    applyFilters();
  });
  const code = value.split("/").pop();
  const sample = facet.key === "status" ? lineSample(value.split("/")[0], code)
    : facet.key === "actor_type" ? shapeSample(value) : null;
  return el("label", { class: "choice" }, input, sample,
    el("span", { class: "name", text: choiceLabel(facet, value) }),
    el("output", { "data-count": `${facet.key}:${value}` }));
};

const facetBlock = (facet) => {
  const body = el("div", { class: "choices" });
  for (const [group, values] of choicesOf(facet)) {
    if (!values.length) continue;
    const box = el("div", group ? { role: "group", "aria-label": word(group) } : {});
    if (group) box.append(el("h4", { text: word(group) }));
    box.append(...values.map((value) => facetChoice(facet, value)));
    body.append(box);
  }
  return el("details", { class: "facet", open: facet.key !== "subject" || undefined, "data-key": facet.key },
    el("summary", {}, el("h3", { text: word(facet.key) })), body);
};

const dateField = (key) => {
  const hint = word("date_hint");
  const input = el("input", { id: `date-${key}`, dir: "ltr", inputmode: "numeric", placeholder: "2023-03-12", title: hint,
    autocomplete: "off", maxlength: 10 });
  input.value = limits[key];
  input.addEventListener("input", () => {
    const text = input.value.trim(), bad = text !== "" && !spanOf(text);
    input.setAttribute("aria-invalid", bad);
    input.title = bad ? word("date_bad") : hint;
    limits[key] = bad ? "" : text;
    applyFilters();
  });
  return el("label", {}, el("span", { text: word(key) }), input);
};

const dateBlock = () => {
  const check = el("input", { type: "checkbox", id: "disputed-only" });
  check.checked = limits.disputed;
  check.addEventListener("change", () => { limits.disputed = check.checked; applyFilters(); });
  const disputed = [...FACTS.values()].filter((fact) => fact.disputed).length;
  return el("div", { class: "facet dates" }, el("h3", { text: word("dates") }), el("div", { id: "timeline" }),
    el("div", { class: "range" }, dateField("from"), dateField("to")),
    disputed ? el("label", { class: "choice" }, check, el("span", { class: "name", text: word("disputed_only") }),
      el("output", { text: number(disputed) })) : null);
};

const buildFilters = () => {
  const open = new Map([...document.querySelectorAll("#facets details")].map((d) => [d.dataset.key, d.open]));
  const blocks = FACETS.map(facetBlock);
  for (const block of blocks) if (open.has(block.dataset.key)) block.open = open.get(block.dataset.key);
  document.getElementById("facets").replaceChildren(dateBlock(), ...blocks);
};

// Bars of facts by month (by year where there are many), drawn over all that the other filters leave.
const binOf = (fact, byYear) => (fact.span ? fact.span[0].slice(0, byYear ? 4 : 7) : null);
const bins = (first, last, byYear) => {
  const found = [];
  let [year, month] = first.split("-").map(Number);
  for (let i = 0; i < 400; i += 1) {
    const bin = byYear ? String(year).padStart(4, "0") : iso(year, month, 1).slice(0, 7);
    found.push(bin);
    if (bin >= last) break;
    if (byYear || month === 12) { year += 1; month = 1; } else month += 1;
  }
  return found;
};
const drawTimeline = (facts) => {
  const place = document.getElementById("timeline");
  const days = [...FACTS.values()].filter((fact) => fact.span).map((fact) => fact.span[0]).sort();
  place.hidden = !days.length;
  if (!days.length) return;
  const byYear = Number(days.at(-1).slice(0, 4)) - Number(days[0].slice(0, 4)) > 3;
  const cut = (day) => day.slice(0, byYear ? 4 : 7);
  const scale = bins(cut(days[0]), cut(days.at(-1)), byYear);
  const heights = new Map(scale.map((bin) => [bin, 0]));
  for (const fact of facts) if (heights.has(binOf(fact, byYear))) heights.set(binOf(fact, byYear), heights.get(binOf(fact, byYear)) + 1);
  const top = Math.max(1, ...heights.values());
  const chart = svg("svg", { viewBox: `0 0 ${scale.length * 10} 40`, preserveAspectRatio: "none", "aria-hidden": "true" });
  scale.forEach((bin, i) => {
    const height = heights.get(bin) ? 3 + (heights.get(bin) / top) * 36 : 0;
    const inside = (!limits.from || bin >= limits.from.slice(0, bin.length)) && (!limits.to || bin <= limits.to.slice(0, bin.length));
    const bar = svg("g", { "data-bin": bin, class: inside ? "in" : "out" },
      svg("rect", { class: "hit", x: i * 10, y: 0, width: 10, height: 40 }),
      svg("rect", { class: "bar", x: i * 10 + 1, y: 40 - height, width: 8, height }), svg("title", {}, `${bin}: ${heights.get(bin)}`));
    chart.append(bar);
  });
  place.replaceChildren(chart, el("div", { class: "ends", dir: "ltr" }, el("span", { text: scale[0] }), el("span", { text: scale.at(-1) })));
  let start = null;
  const binAt = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-bin]")?.dataset.bin;
  chart.addEventListener("pointerdown", (event) => { start = binAt(event); event.preventDefault(); });
  chart.addEventListener("pointerup", (event) => {
    const end = binAt(event);
    if (!start || !end) return;
    const again = start === end && limits.from === start && limits.to === start;
    [limits.from, limits.to] = again ? ["", ""] : [start, end].sort();
    for (const key of ["from", "to"]) document.getElementById(`date-${key}`).value = limits[key];
    applyFilters();
  });
};

const drawInvolving = () => {
  const chips = limits.involving.map((id) =>
    el("button", { type: "button", class: "chip", "aria-label": word("remove", { name: nameOf(id) }),
      onclick: () => { limits.involving = limits.involving.filter((other) => other !== id); applyFilters(); } },
    shapeSample(ACTORS.get(id)?.type), said(nameOf(id)), el("span", { class: "cross", text: "×", "aria-hidden": "true" })));
  document.getElementById("involving").replaceChildren(...chips);
};

const applyFilters = () => {
  const { shown, counts, undatedToo } = sift();
  shownFacts = shown;
  shownIds = new Set(shown.map((fact) => fact.id));
  for (const output of document.querySelectorAll("#facets output[data-count]")) {
    const [key, value] = output.dataset.count.split(/:(.*)/s);
    const count = counts[key].get(value) || 0;
    output.textContent = number(count);
    output.parentElement.classList.toggle("empty", count === 0);
  }
  const actors = new Set(shown.flatMap((fact) => fact.who)), documents = new Set(shown.flatMap((fact) => fact.docs));
  const line = document.getElementById("shown");
  line.textContent = word("shown", { facts: shown.length, all: FACTS.size, actors: actors.size, all_actors: ACTORS.size,
    documents: documents.size, all_documents: DOCUMENTS.size });
  line.title = word("shown_hint");
  const filtered = FACETS.some((facet) => chosen[facet.key].size) || limits.from || limits.to || limits.disputed || limits.involving.length;
  document.getElementById("reset").disabled = !filtered;
  drawInvolving();
  drawTimeline(undatedToo);
  drawNetwork();
  drawTables();
};

const resetFilters = () => {
  for (const facet of FACETS) chosen[facet.key].clear();
  Object.assign(limits, { from: "", to: "", disputed: false, involving: [] });
  buildFilters();
  applyFilters();
};
