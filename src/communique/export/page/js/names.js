// The names on the network: of one size at any zoom, the best connected first, and none over another or over a node.

const FACE = 'ui-sans-serif, system-ui, "Segoe UI", "Noto Sans", "Vazirmatn", "Noto Sans Arabic", Tahoma, sans-serif';
const NAMED = 70; // names at the first view; when one looks closer, as many more as the picture has grown
const LINE_LENGTH = 24, WORD_LENGTH = 30; // letters; a longer name goes on a second line
const CLEAR = 4; // pixels between a name and another actor's node
const BUCKET = 64; // pixels; boxes are only compared with those in the same squares
let ranked = [], written = [], firstScale = 1;

const shorter = (part) => (part.length > WORD_LENGTH ? `${part.slice(0, WORD_LENGTH - 1)}…` : part);
const wrapped = (name) => {
  const lines = [""];
  for (const part of name.split(/\s+/).map(shorter)) {
    if (lines.at(-1) && lines.at(-1).length + part.length + 1 > LINE_LENGTH) lines.push(part);
    else lines[lines.length - 1] += (lines.at(-1) && " ") + part;
  }
  return lines.length > 2 ? [lines[0], `${lines[1]} …`] : lines;
};

// Boxes in buckets: is this room free, and now it is taken.
const crowd = () => {
  const buckets = new Map();
  const near = function* (box) {
    for (let x = Math.floor(box.left / BUCKET); x <= Math.floor(box.right / BUCKET); x += 1)
      for (let y = Math.floor(box.top / BUCKET); y <= Math.floor(box.bottom / BUCKET); y += 1) yield `${x}/${y}`;
  };
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return {
    take: (box) => { for (const key of near(box)) buckets.set(key, [...(buckets.get(key) || []), box]); },
    free: (box) => {
      for (const key of near(box)) if ((buckets.get(key) || []).some((other) => other.id !== box.id && meet(box, other))) return false;
      return true;
    },
  };
};

const measures = new Map(); // measuring a text takes longer than drawing it
const lettering = (context, id) => {
  const key = `${language}/${id}`;
  if (measures.has(key)) return measures.get(key);
  const size = 12 + Math.min(4, (DRAWN_NODES.get(id).degree || 0) / 5), lines = wrapped(nameOf(id));
  context.font = `${size}px ${FACE}`;
  const width = Math.max(...lines.map((line) => context.measureText(line).width));
  measures.set(key, { size, lines, width, height: lines.length * size * 1.2 });
  return measures.get(key);
};

// Below the node, else beside, above or aslant of it, inside the window and clear of other actors; where that cannot be,
// over the small node of a fact, or close to another actor, but then straight above or below; null where there is no room.
const roomFor = ({ names, actors, close, facts, start, end }, { x, y, reach }, { width, height }, id) => {
  const box = (left, top) => ({ id, left, top, right: left + width, bottom: top + height });
  const right = x + reach + 4, left = x - reach - 4 - width, below = y + reach + 2, above = y - reach - 2 - height;
  const straight = [box(x - width / 2, below), box(x - width / 2, above)];
  const aslant = [below - 4, above + 4].flatMap((top) => [box(right - 4, top), box(left + 4, top)]);
  const sides = [straight[0], box(right, y - height / 2), box(left, y - height / 2), straight[1], ...aslant];
  const free = (side) => side.left > start && side.right < end && names.free(side);
  const clear = sides.filter((side) => free(side) && actors.free(side));
  return clear.find(facts.free) || clear[0] || straight.find((side) => free(side) && close.free(side)) || null;
};

// Those of the selection alone, where something is selected; else the best connected.
const wantedNames = (scale) => {
  const near = neighbourhood()?.near;
  if (!near) return ranked.slice(0, Math.round(NAMED * Math.max(1, scale / firstScale) ** 2));
  return ranked.filter((id) => near.has(id)).sort((a, b) => (b === selection.id) - (a === selection.id));
};

const write = (context, { left, right, top, id }, { size, lines }) => {
  const chosen = selection?.id === id;
  Object.assign(context, { font: `${chosen ? "600 " : ""}${size}px ${FACE}`, textAlign: "center", textBaseline: "top", lineJoin: "round",
    lineWidth: 4, strokeStyle: colours.ground, fillStyle: colours.ink });
  lines.forEach((line, i) => {
    const at = [(left + right) / 2, top + (i + 0.1) * size * 1.2];
    context.strokeText(line, ...at);
    context.fillText(line, ...at);
  });
};

// What names must keep free of: the window's edges, facts, and actors, whose own name another's beside them would seem.
const obstacles = (spots) => {
  const [start, end] = uncovered(), room = { names: crowd(), actors: crowd(), close: crowd(), facts: crowd(), start, end };
  const square = (id, { x, y }, far) => ({ id, left: x - far, right: x + far, top: y - far, bottom: y + far });
  const near = neighbourhood()?.near; // what is not beside the selection is dimmed, and may be written over
  for (const [id, spot] of spots) {
    if (near && !near.has(id)) continue;
    if (id.startsWith(EVENT)) { room.facts.take(square(id, spot, spot.reach * 0.8)); continue; }
    room.actors.take(square(id, spot, spot.reach + CLEAR));
    room.close.take(square(id, spot, spot.reach - 2));
  }
  return room;
};

// After each drawing of the network, in pixels of the screen; sizes of letters do not follow the zoom.
const drawNames = (context) => {
  const scale = network.getScale(), view = context.getTransform(), ratio = view.a / scale;
  const spots = new Map(Object.entries(network.getPositions()).map(([id, { x, y }]) =>
    [id, { x: (x * view.a + view.e) / ratio, y: (y * view.d + view.f) / ratio, reach: DRAWN_NODES.get(id).size * scale }]));
  const room = obstacles(spots);
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  written = [];
  for (const id of wantedNames(scale).filter((name) => spots.has(name))) {
    const letters = lettering(context, id), box = roomFor(room, spots.get(id), letters, id);
    if (!box) continue;
    room.names.take({ ...box, id: null });
    written.push(box);
    write(context, box, letters);
  }
  context.restore();
  place.dataset.names = written.length;
};

// The actor whose name stands at this point of the canvas.
const nameAt = ({ x, y }) => written.find((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)?.id;
