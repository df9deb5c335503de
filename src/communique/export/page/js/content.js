// The graph, indexed: actors, facts and documents by identifier, and the facts of each actor by the part it plays.

const byId = (rows) => new Map((rows || []).map((row) => [row.id, row]));
const ACTORS = byId(DATA.actors), FACTS = byId(DATA.facts), DOCUMENTS = byId(DATA.documents);

const involvedIn = (fact) =>
  [...new Set([...(fact.participants || []), ...(fact.parties || []), ...(fact.signatories || [])])];

const ROLES = { takes_part: new Map(), venue_of: new Map(), credited_with: new Map() };
const enter = (role, actor, fact) => {
  if (!ROLES[role].has(actor)) ROLES[role].set(actor, []);
  ROLES[role].get(actor).push(fact);
};

for (const fact of FACTS.values()) {
  fact.who = involvedIn(fact);
  fact.span ||= null;
  fact.docs = [...new Set(fact.claims.map((claim) => claim.doc))];
  for (const actor of fact.who) enter("takes_part", actor, fact);
  if (fact.place && !fact.who.includes(fact.place)) enter("venue_of", fact.place, fact);
  for (const actor of fact.by || []) enter("credited_with", actor, fact);
}

const factsOf = (role, actor) => ROLES[role].get(actor) || [];
// The name that readers of the page's language know, where it is known; else the preferred one.
const titleOf = (actor) => actor.labels?.[language] ?? actor.name;
const nameOf = (id) => (ACTORS.has(id) ? titleOf(ACTORS.get(id)) : id);
const kindOf = (fact) => capital(label(`${fact.type}-kind`, fact.kind));
const statusOf = (fact, status = fact.status) => label(`${fact.type}-status`, status);
const toneOf = (status) => DATA.looks.status[status].tone;
const namesIn = (ids) => (ids || []).map(nameOf).join(" · ");
const byDate = (one, two) => ((two.span?.[0] || "") > (one.span?.[0] || "") ? 1 : (two.span?.[0] || "") < (one.span?.[0] || "") ? -1 : one.id < two.id ? -1 : 1);

// Spellings that differ by case, accent, half-space or Arabic and Persian letter are found by one another.
const fold = (text) =>
  text.normalize("NFKD").replace(/[\p{M}\u200c\u200d\u0640\u2066-\u2069]/gu, "").toLocaleLowerCase("en")
    .replace(/[يى]/g, "ی").replace(/ك/g, "ک").replace(/[أإٱآ]/g, "ا").replace(/ة/g, "ه")
    .replace(/[٠-٩]/g, (d) => d.charCodeAt(0) - 0x660).replace(/[۰-۹]/g, (d) => d.charCodeAt(0) - 0x6f0)
    .replace(/[’‘ʼ`´]/g, "'").replace(/ł/g, "l").replace(/đ/g, "d").replace(/ı/g, "i");
