// The network: pyvis's nodes and lines, coloured from the style sheet, so that day and night have their own.

const LIMIT = 1500; // nodes drawn at once; more are slow to drag and impossible to read
const EVENT = "fact:";
const place = document.getElementById("canvas");
const DRAWN_NODES = byId(DATA.drawing.nodes);
const LINES = DATA.drawing.edges;
const nodeSet = new vis.DataSet(), lineSet = new vis.DataSet();
let network = null, drawnIds = new Set(), selection = null, colours = {};

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const toneColour = (type, status) => {
  const tone = toneOf(status);
  return tone === "firm" || tone === "open" ? `var(--${type})` : `var(--${tone})`;
};
const readColours = () => {
  const names = ["person", "state", "organization", "place", "meeting", "agreement", "doubtful", "void", "ink", "ground", "muted", "accent"];
  colours = Object.fromEntries(names.map((name) => [name, colour(name)]));
};
const lineColour = (fact) => {
  const tone = toneOf(fact.status);
  return colours[tone === "firm" || tone === "open" ? fact.type : tone];
};

// Small drawings of a shape and of a line, for the legend, the filters and the lists.
const SHAPES = {
  dot: "M8 2a6 6 0 1 0 .01 0z", square: "M2.5 2.5h11v11h-11z", diamond: "M8 1l7 7-7 7-7-7z", triangle: "M8 1.5l7 12.5H1z",
  hexagon: "M4.5 2h7L15 8l-3.500 6h-7L1 8z", star: "M8 .8l2.100 4.900 5.100.400-3.900 3.400 1.200 5.100L8 11.900l-4.500 2.700 1.200-5.100L.800 6.100l5.100-.400z",
};
const shapeSample = (type) => {
  const shape = DATA.looks.actor[type]?.shape || "dot";
  return svg("svg", { class: `shape ${type}`, viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: SHAPES[shape] }));
};
const factSample = (type) =>
  svg("svg", { class: `shape ${type}`, viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: SHAPES[DATA.looks.fact[type].shape] }));
const lineSample = (type, status) => {
  const look = DATA.looks.status[status];
  const hue = ["firm", "open"].includes(look.tone) ? type : look.tone;
  return svg("svg", { class: `line ${hue}`, viewBox: "0 0 30 10", "aria-hidden": "true" },
    svg("line", { x1: 0, x2: 30, y1: 5, y2: 5, "stroke-width": look.width, "stroke-dasharray": look.dashes.join(" ") || "none" }));
};

const isolated = (text) => `\u2068${text}\u2069`;
const tooltip = (fact) => `${kindOf(fact)}, ${statusOf(fact)}\n${readDate(fact.date)}\n${fact.who.map((id) => isolated(nameOf(id))).join(" · ")}`;

const lineLook = (line, dim) => {
  const fact = FACTS.get(line.fact), hue = lineColour(fact);
  return { ...line, title: tooltip(fact), color: { color: hue, highlight: hue, hover: hue, opacity: dim ? 0.1 : toneOf(fact.status) === "firm" ? 0.85 : 0.75 } };
};
const nodeLook = (node, dim) => {
  const isEvent = node.id.startsWith(EVENT), fact = isEvent && FACTS.get(node.id.slice(EVENT.length));
  const hue = isEvent ? lineColour(fact) : colours[node.group];
  return { ...node, label: undefined, group: undefined, title: isEvent ? tooltip(fact) : isolated(nameOf(node.id)),
    color: { background: hue, border: isEvent ? hue : colours.ground, highlight: { background: hue, border: colours.ink }, hover: { background: hue, border: colours.ink } },
    opacity: dim ? 0.15 : 1, borderWidthSelected: isEvent ? 1.5 : 3 };
};

// What is beside the selected actor or fact; null where nothing is selected.
const neighbourhood = () => {
  if (!selection) return null;
  const facts = selection.type === "fact" ? [FACTS.get(selection.id)]
    : ["takes_part", "venue_of"].flatMap((role) => factsOf(role, selection.id)).filter((fact) => shownIds.has(fact.id));
  const near = new Set(selection.type === "actor" ? [selection.id] : []), ids = new Set();
  for (const fact of facts) {
    ids.add(fact.id);
    near.add(EVENT + fact.id);
    for (const id of fact.who) near.add(id);
  }
  return near.size && (selection.type === "fact" || ids.size) ? { near, ids } : null;
};

const visibleParts = () => {
  const near = neighbourhood()?.near || new Set();
  const wanted = new Set();
  for (const fact of shownFacts) {
    for (const id of fact.who) wanted.add(id);
    wanted.add(EVENT + fact.id);
  }
  const all = DATA.drawing.nodes.filter((node) => wanted.has(node.id));
  const rank = (node) => (near.has(node.id) ? 1e6 : 0) + (node.degree || 0.5);
  const nodes = all.length > LIMIT ? [...all].sort((a, b) => rank(b) - rank(a)).slice(0, LIMIT) : all;
  const ids = new Set(nodes.map((node) => node.id));
  const lines = LINES.filter((line) => shownIds.has(line.fact) && ids.has(line.from) && ids.has(line.to));
  return { nodes, lines, all: all.length, ids };
};

const drawNetwork = () => {
  if (document.getElementById("network").hidden) return;
  const { nodes, lines, all, ids } = visibleParts(), near = neighbourhood();
  ranked = nodes.filter((node) => !node.id.startsWith(EVENT)).sort((a, b) => b.degree - a.degree).map((node) => node.id);
  drawnIds = ids;
  lineSet.clear();
  nodeSet.clear();
  nodeSet.add(nodes.map((node) => nodeLook(node, near && !near.near.has(node.id))));
  lineSet.add(lines.map((line) => lineLook(line, near && !near.ids.has(line.fact))));
  const note = document.getElementById("drawn");
  note.hidden = nodes.length === all;
  note.textContent = nodes.length === all ? "" : word("drawn", { n: nodes.length, all });
  document.getElementById("nothing").hidden = all > 0;
  place.setAttribute("aria-label", word("canvas", { actors: nodes.filter((node) => !node.id.startsWith(EVENT)).length, facts: shownFacts.length }));
  showSelected();
};

// Colours and dimming only; where the selection is not drawn because there is too much, draw anew.
const repaint = () => {
  if (!network || document.getElementById("network").hidden) return;
  const near = neighbourhood();
  if (near && [...near.near].some((id) => DRAWN_NODES.has(id) && !drawnIds.has(id))) return drawNetwork();
  nodeSet.update(nodeSet.map((node) => nodeLook(DRAWN_NODES.get(node.id), near && !near.near.has(node.id))).map(({ x, y, ...look }) => look));
  lineSet.update(lineSet.map((line) => lineLook(LINE_BY_ID.get(line.id), near && !near.ids.has(line.fact))));
  showSelected();
};
const LINE_BY_ID = byId(LINES);

const showSelected = () => {
  if (!network) return;
  network.unselectAll();
  if (!selection) return;
  const node = selection.type === "actor" ? selection.id : EVENT + selection.id;
  if (nodeSet.get(node)) network.selectNodes([node], false);
  else if (lineSet.get(selection.id)) network.setSelection({ edges: [selection.id] }, { highlightEdges: false });
};

const lookAt = () => {
  const near = neighbourhood();
  const nodes = near ? [...near.near].filter((id) => drawnIds.has(id)) : [];
  if (!network || !nodes.length) return;
  fit(nodes, moves());
};
// In a narrow window the open panel lies over the network: so many pixels of it, at its end.
const covered = () => {
  if (!panel.classList.contains("open") || getComputedStyle(panel).position !== "fixed") return 0;
  const over = panel.getBoundingClientRect(), under = place.getBoundingClientRect();
  const width = Math.min(over.right, under.right) - Math.max(over.left, under.left);
  return width < under.width - 2 * EDGE ? width : 0;
};
const uncovered = () => (document.documentElement.dir === "rtl" ? [covered(), place.clientWidth] : [0, place.clientWidth - covered()]);
// Shows these nodes whole, with room for the names at the edges, and gives the scale.
const EDGE = 56, CLOSEST = 1.5;
const ends = (values) => values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
const fit = (ids, animation = false) => {
  if (!ids.length || !place.clientWidth) return null;
  const points = Object.values(network.getPositions(ids)), hidden = covered();
  const [left, right] = ends(points.map(({ x }) => x)), [top, bottom] = ends(points.map(({ y }) => y));
  const room = (pixels, length) => Math.max(pixels - 2 * EDGE, EDGE) / Math.max(length, 1);
  const scale = Math.min(CLOSEST, room(place.clientWidth - hidden, right - left), room(place.clientHeight, bottom - top));
  const aside = (document.documentElement.dir === "rtl" ? hidden : -hidden) / 2;
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, offset: { x: aside, y: 0 }, animation });
  return scale;
};
const uncover = () => { if (selection && covered()) lookAt(); };
const showAll = (animation) => { firstScale = fit([...drawnIds], animation) || firstScale; };
const moves = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 300 });

const startNetwork = () => {
  readColours();
  network = new vis.Network(place, { nodes: nodeSet, edges: lineSet }, DATA.drawing.options);
  network.on("afterDrawing", drawNames);
  network.on("click", ({ nodes, edges, pointer }) => {
    const node = nodes[0] || nameAt(pointer.DOM), [line] = edges;
    if (node) select(node.startsWith(EVENT) ? "fact" : "actor", node.startsWith(EVENT) ? node.slice(EVENT.length) : node);
    else if (line) select("fact", LINE_BY_ID.get(line).fact);
    else select(null);
  });
  network.on("hoverNode", () => place.classList.add("over"));
  network.on("blurNode", () => place.classList.remove("over"));
  network.on("hoverEdge", () => place.classList.add("over"));
  network.on("blurEdge", () => place.classList.remove("over"));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { readColours(); repaint(); });
};
const zoomBy = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: moves() });

const buildLegend = () => {
  const row = (sample, text) => el("li", {}, sample, el("span", { text }));
  const column = (title, rows) => el("div", {}, el("h4", { text: title }), el("ul", {}, ...rows));
  const used = (type) => [...CONCEPTS[`${type}-status`].keys()].map((code) => row(lineSample(type, code), label(`${type}-status`, code)));
  const types = [...CONCEPTS["entity-type"].keys()].map((type) => row(shapeSample(type), label("entity-type", type)));
  document.getElementById("legend-body").replaceChildren(
    column(word("actors"), types),
    column(word("meeting"), [...used("meeting"), row(factSample("meeting"), word("legend_many"))]),
    column(word("agreement"), [...used("agreement"), row(factSample("agreement"), word("legend_many"))]));
  const button = (key, text, act) => el("button", { type: "button", "aria-label": word(key), title: word(key), text, onclick: act });
  document.getElementById("zoom").replaceChildren(
    button("zoom_in", "+", () => zoomBy(1.4)), button("zoom_out", "−", () => zoomBy(1 / 1.4)),
    el("button", { type: "button", class: "wide", text: word("fit"), onclick: () => showAll(moves()) }));
};
