// The names on the network: of one size at any zoom, the best connected first, and none over another or over a node.

const FACE = 'ui-sans-serif, system-ui, "Segoe UI", "Noto Sans", "Vazirmatn", "Noto Sans Arabic", Tahoma, sans-serif';
const NAMED = 70; // names at the first view; when one looks closer, as many more as the picture has grown
const LINE_LENGTH = 24, WORD_LENGTH = 30; // letters; a longer name goes on a second line
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

// Below the node, else beside, above or aslant of it, and inside the window; over the small node of a fact only where
// nothing else is left; null where there is no room.
const roomFor = (taken, facts, { x, y, reach }, { width, height }, id) => {
  const box = (left, top) => ({ id, left, top, right: left + width, bottom: top + height });
  const right = x + reach + 4, left = x - reach - 4 - width, below = y + reach + 2, above = y - reach - 2 - height, aslant = reach * 0.4 + 4;
  const sides = [box(x - width / 2, below), box(right, y - height / 2), box(left, y - height / 2), box(x - width / 2, above),
    box(right - aslant, below - aslant), box(left + aslant, below - aslant), box(right - aslant, above + aslant), box(left + aslant, above + aslant)];
  const free = sides.filter((side) => side.left > 2 && side.right < place.clientWidth - 2 && taken.free(side));
  return free.find(facts.free) || free[0] || null;
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

// After each drawing of the network, in pixels of the screen; sizes of letters do not follow the zoom.
const drawNames = (context) => {
  const scale = network.getScale(), view = context.getTransform(), ratio = view.a / scale;
  const places = network.getPositions(), taken = crowd(), facts = crowd(), spots = new Map();
  for (const id of Object.keys(places)) {
    const x = (places[id].x * view.a + view.e) / ratio, y = (places[id].y * view.d + view.f) / ratio;
    const reach = DRAWN_NODES.get(id).size * scale;
    spots.set(id, { x, y, reach });
    (id.startsWith(EVENT) ? facts : taken).take({ id, left: x - reach * 0.8, right: x + reach * 0.8, top: y - reach * 0.8, bottom: y + reach * 0.8 });
  }
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  written = [];
  for (const id of wantedNames(scale).filter((name) => spots.has(name))) {
    const letters = lettering(context, id), box = roomFor(taken, facts, spots.get(id), letters, id);
    if (!box) continue;
    taken.take({ ...box, id: null });
    written.push(box);
    write(context, box, letters);
  }
  context.restore();
  place.dataset.names = written.length;
};

// The actor whose name stands at this point of the canvas.
const nameAt = ({ x, y }) => written.find((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)?.id;
