// The panel beside the network: everything about one actor, or one fact with the words that prove it.

const panel = document.getElementById("panel");
const section = (key, ...children) => el("section", { "data-section": key }, el("h3", { text: word(key) }), ...children);
const actorButton = (id) =>
  el("button", { type: "button", class: "actor", onclick: () => select("actor", id) }, shapeSample(ACTORS.get(id)?.type), said(nameOf(id)));
const actorList = (ids) => el("ul", { class: "plain" }, ...ids.map((id) => el("li", {}, actorButton(id))));
const badge = (fact, status = fact.status) =>
  el("span", { class: `badge ${toneOf(status)} ${fact.type}`, text: statusOf(fact, status) });
const dateText = (date) => el("span", { class: "date", title: date || undefined, text: readDate(date) });
const head = (over, title, lang) => el("div", { class: "head" },
  el("div", { class: "over" }, ...over,
    el("button", { type: "button", class: "quiet close", "aria-label": word("close"), title: word("close"), text: "×", onclick: () => select(null) })),
  el("h2", { id: "panel-title" }, said(title, lang)));

const factButton = (fact) => {
  const others = fact.who.filter((id) => selection?.id !== id);
  return el("li", {}, el("button", { type: "button", class: "fact", "data-fact": fact.id, onclick: () => select("fact", fact.id) },
    shortDate(fact.date), el("span", { class: "what" },
      el("span", { class: "kind" }, lineSample(fact.type, fact.status), el("b", { text: kindOf(fact) }), " ", el("span", { class: "muted", text: statusOf(fact) }),
        fact.disputed ? el("span", { class: "badge disputed", text: word("disputed") }) : null),
      el("span", { class: "others" }, said(namesIn(others.length ? others : fact.who))))));
};
const factList = (key, facts) => (facts.length
  ? section(key, el("ol", { class: "facts" }, ...facts.slice(0, 300).sort(byDate).map(factButton))) : null);

const officeItem = (office) => el("li", { class: office.former ? "former" : undefined },
  said(office.title, office.lang, { class: "title" }), el("span", { class: "muted", text: office.former ? ` (${word("former")})` : "" }), " ",
  actorButton(office.at), proofs(office.evidence, office.docs));
const proofs = (evidence = [], docs = []) => el("details", { class: "proofs" },
  el("summary", { text: `${word("sources")}: ${number(docs.length)}` }),
  ...evidence.map((quote) => quoteBlock(quote, DOCUMENTS.get(quote.doc))),
  ...docs.filter((id) => !evidence.some((quote) => quote.doc === id)).map((id) => el("p", { class: "source" }, ...sourceLine(DOCUMENTS.get(id), id))));

const nameTable = (actor) => {
  const rows = new Map();
  for (const [text, lang] of actor.names || []) rows.set(lang, [...(rows.get(lang) || []), text]);
  return el("dl", { class: "names" }, ...[...rows].flatMap(([lang, texts]) => [
    el("dt", { text: languageName(lang), title: lang }),
    el("dd", { dir: directionOf(lang), lang }, ...texts.map((text) => said(text, lang)))]));
};

const wikidataLink = (id) => (/^Q[1-9]\d*$/.test(id || "")
  ? el("a", { href: `https://www.wikidata.org/wiki/${id}`, rel: "noopener noreferrer", target: "_blank", text: `Wikidata ${id}` }) : null);

const actorPanel = (actor) => [
  head([shapeSample(actor.type), el("span", { text: capital(label("entity-type", actor.type)) }), wikidataLink(actor.wikidata)], titleOf(actor)),
  el("div", { class: "deeds" },
    el("button", { type: "button", id: "only-this", "aria-pressed": String(limits.involving.includes(actor.id)), text: word("only_this"),
      onclick: (event) => {
        const on = !limits.involving.includes(actor.id);
        limits.involving = on ? [...limits.involving, actor.id] : limits.involving.filter((id) => id !== actor.id);
        event.currentTarget.setAttribute("aria-pressed", String(on));
        applyFilters();
      } }),
    DRAWN_NODES.has(actor.id) ? showButton() : null),
  actor.offices ? section("offices", el("ul", { class: "offices" }, ...actor.offices.map(officeItem))) : null,
  factList("takes_part", factsOf("takes_part", actor.id)),
  factList("venue_of", factsOf("venue_of", actor.id)),
  actor.names ? section("names", nameTable(actor)) : null,
  factList("credited_with", factsOf("credited_with", actor.id)),
];
const showButton = () => el("button", { type: "button", text: word("show_in_network"), onclick: () => { showView("network"); repaint(); lookAt(); } });

const safeLink = (url) => (/^https?:\/\//i.test(url || "")
  ? el("a", { href: url, rel: "noopener noreferrer", target: "_blank", text: word("open_source") }) : null);
const sourceLine = (document, id) => [
  said(document?.title || id, document?.lang, { class: "title", dir: document ? directionOf(document.lang) : "auto" }),
  el("span", { class: "where" }, ...[document?.source && said(document.source), document?.date && dateText(document.date),
    document && el("span", { text: languageName(document.lang) }), said(id, null, { class: "id" }), safeLink(document?.url)]
    .filter(Boolean).flatMap((part, i) => (i ? [el("i", { text: "·", "aria-hidden": "true" }), part] : [part])))];

const quoteBlock = (quote, document) => el("blockquote",
  { dir: directionOf(document?.lang), lang: document?.lang, title: word("characters", { from: quote.at[0], to: quote.at[1] }) },
  el("span", { class: "context", text: quote.before || "" }), el("mark", { text: quote.text }), el("span", { class: "context", text: quote.after || "" }));

const claimBlock = (fact, claim) => {
  const document = DOCUMENTS.get(claim.doc);
  const credited = (claim.by || []).map(actorButton);
  return el("article", { class: "claim", "data-document": claim.doc },
    el("header", {}, ...sourceLine(document, claim.doc)),
    ...(claim.evidence || []).map((quote) => quoteBlock(quote, document)),
    credited.length ? el("p", { class: "credited" }, el("span", { class: "muted", text: `${word("credited")}: ` }), ...credited) : null,
    claim.why ? el("details", { class: "why" }, el("summary", { text: word("why") }), el("ul", {}, ...claim.why.map((text) => el("li", { dir: "auto", text })))) : null);
};

// The claims of a disputed fact, a column each; only what differs, and each differing value marked.
const CONTESTED = {
  kind: (fact, claim) => kindOf({ ...fact, kind: claim.kind }), status: (fact, claim) => statusOf(fact, claim.status),
  date: (fact, claim) => readDate(claim.date), place: (fact, claim) => (claim.place ? nameOf(claim.place) : "—"),
  count: (fact, claim) => (claim.count ? number(claim.count) : "—"),
};
const disputeTable = (fact) => {
  const differs = Object.keys(CONTESTED).filter((key) => new Set(fact.claims.map((claim) => claim[key] ?? "")).size > 1);
  const columns = fact.claims.map((claim) => {
    const document = DOCUMENTS.get(claim.doc);
    return el("th", { scope: "col" }, said(document?.source || claim.doc), el("span", { class: "muted", text: document ? languageName(document.lang) : "" }));
  });
  return section("disputed", el("p", { class: "muted", text: word("disputed_hint") }), el("div", { class: "wide-table" }, el("table", { class: "dispute" },
    el("thead", {}, el("tr", {}, el("td"), ...columns)),
    el("tbody", {}, ...differs.map((key) => el("tr", {}, el("th", { scope: "row", text: word(key) }),
      ...fact.claims.map((claim) => el("td", { class: (claim[key] ?? "") === (fact[key] ?? "") ? undefined : "other" }, said(CONTESTED[key](fact, claim))))))))));
};

const row = (key, value) => (value ? [el("dt", { text: word(key) }), el("dd", {}, value)] : []);
const confidenceBar = (value) => {
  const meter = el("meter", { min: 0, max: 1, value, "aria-label": word("confidence") });
  return el("span", { class: "confidence" }, meter, el("span", { text: percent(value) }));
};
const factPanel = (fact) => [
  head([factSample(fact.type), el("span", { text: kindOf(fact) }), badge(fact), fact.disputed ? el("span", { class: "badge disputed", text: word("disputed") }) : null],
    namesIn(fact.parties?.length ? fact.parties : fact.who)),
  el("div", { class: "deeds" }, showButton()),
  el("dl", { class: "sheet" },
    ...row("date", el("span", { class: "both" }, dateText(fact.date), fact.date ? el("code", { dir: "ltr", text: fact.date }) : null)),
    ...row("place", fact.place && actorButton(fact.place)),
    ...row("participants", fact.participants && actorList(fact.participants)), ...row("parties", fact.parties && actorList(fact.parties)),
    ...row("signatories", fact.signatories && actorList(fact.signatories)),
    ...row("subjects", fact.subjects && el("span", { text: fact.subjects.map((code) => label("subject", code)).join(language === "fa" ? "، " : ", ") })),
    ...row("count", fact.count && el("span", { text: number(fact.count) })), ...row("confidence", confidenceBar(fact.confidence)),
    ...row("credited", fact.by && actorList(fact.by))),
  fact.disputed ? disputeTable(fact) : null,
  section("evidence", ...fact.claims.map((claim) => claimBlock(fact, claim))),
];

const welcomePanel = () => {
  const busiest = [...ACTORS.values()].filter((actor) => factsOf("takes_part", actor.id).length)
    .sort((a, b) => factsOf("takes_part", b.id).length - factsOf("takes_part", a.id).length || (a.id < b.id ? -1 : 1)).slice(0, 12);
  return [el("h2", { id: "panel-title", class: "unseen", text: word("details") }), el("p", { class: "welcome", text: word("welcome") }),
    section("busiest", el("ol", { class: "plain ranked" }, ...busiest.map((actor) => el("li", {}, actorButton(actor.id),
      el("span", { class: "muted", text: number(factsOf("takes_part", actor.id).length) })))))];
};

const drawPanel = () => {
  const thing = selection && (selection.type === "actor" ? ACTORS : FACTS).get(selection.id);
  const parts = !thing ? welcomePanel() : selection.type === "actor" ? actorPanel(thing) : factPanel(thing);
  panel.replaceChildren(...parts.filter(Boolean));
  panel.classList.toggle("open", Boolean(thing));
  panel.scrollTop = 0;
};
