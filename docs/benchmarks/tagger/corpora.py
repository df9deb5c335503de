"""Labelled sentences from corpora with free licences: persons (PER), organisations (ORG), places and states (LOC).

| corpus | language | labels |
|---|---|---|
| UNER on EWT (CC BY-SA 4.0) | en | people's own |
| GUM, genres that need no fee and no share-alike (see its licence) | en | typed entities; the named part of each |
| RONEC v1 and v2 (MIT) | ro | people's own; of a PERSON only the name, without the role nouns |
| Sequoia, GSD, Taiga, PerDT treebanks | fr ru fa | proper nouns only: see `silver.py` |

A label is a stretch of the sentence's text, so that it does not depend on how a corpus cuts tokens.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

PERSON, ORGANISATION, LOCATION = LABELS = ("PER", "ORG", "LOC")
_RONEC = {
    "PERSON": PERSON,
    "ORG": ORGANISATION,
    "ORGANIZATION": ORGANISATION,
    "GPE": LOCATION,
    "LOC": LOCATION,
    "FACILITY": LOCATION,
}
_GUM = {"person": PERSON, "organization": ORGANISATION, "place": LOCATION}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A name: code points [start, end) of a sentence, and PER, ORG or LOC."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence with its names; `document` joins sentences of one text, where the corpus says so."""

    text: str
    names: tuple[Stretch, ...]
    document: str


@dataclass(frozen=True, slots=True)
class Word:
    """One row of a treebank: its place in the sentence's text, part of speech, notes."""

    start: int
    end: int
    pos: str
    notes: str
    last: str  # the last column: a label where the corpus has one


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence of a treebank."""

    text: str
    words: tuple[Word, ...]
    document: str


def read_trees(path: Path) -> Iterator[Tree]:
    """The sentences of a CoNLL-U or IOB file whose words can be found in their text."""
    document, text, rows = "", "", []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# newdoc"):
            document = line.partition("=")[2].strip() or f"{document}'"
        elif line.startswith("# text ="):
            text = line.partition("=")[2].strip()
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            words = _place(text, rows)
            if words:
                yield Tree(text, words, f"{path.name}:{document}" if document else f"{path.name}:{text}")
            rows = []


def _place(text: str, rows: list[list[str]]) -> tuple[Word, ...]:
    """The words where they stand in the text; none where one of them does not."""
    words, at, covered = [], 0, 0
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:  # a contraction ("du"): its parts stand where it stands
            start = text.find(row[1], at)
            if start < 0:
                return ()
            at, covered = start + len(row[1]), int(row[0].split("-")[1])
            continue
        if row[0].isdigit() and int(row[0]) <= covered:
            continue
        start = text.find(row[1], at)
        if start < 0:
            return ()
        at = start + len(row[1])
        words.append(_word(start, row))
    return tuple(words)


def _word(start: int, row: list[str]) -> Word:
    """A row of CoNLL-U (ten columns, or one more), or of IOB (number, form, label)."""
    if len(row) < 10:
        return Word(start, start + len(row[1]), "", "", row[2])
    return Word(start, start + len(row[1]), row[3], row[9], row[-1])


def _runs(words: Iterable[Word], labels: Iterable[str], meaning: dict[str, str]) -> Iterator[Stretch]:
    """The stretches of BIO labels, those that mean nothing to us left out."""
    start, end, held = -1, -1, ""
    for word, label in zip(words, labels, strict=True):
        begins, kind = label[:1] != "I", label[2:]
        if held and (begins or kind != held):
            if held in meaning:
                yield Stretch(start, end, meaning[held])
            held = ""
        if label[:1] in "BI" and kind:
            start, held = (start, held) if held else (word.start, kind)
            end = word.end
    if held in meaning:
        yield Stretch(start, end, meaning[held])


def read_uner(path: Path) -> list[Labelled]:
    """UNER: token, BIO label."""
    meaning = {label: label for label in LABELS}
    return [
        Labelled(t.text, tuple(_runs(t.words, (_iob(w) for w in t.words), meaning)), t.document)
        for t in read_trees(path)
    ]


def _iob(word: Word) -> str:
    return word.last if word.last[:2] in ("B-", "I-") else "O"


def read_ronec_v1(path: Path) -> list[Labelled]:
    """RONEC v1: a treebank with a column of BIO labels."""
    return [
        Labelled(t.text, _named_parts(t.text, _runs(t.words, (w.last for w in t.words), _RONEC)), t.document)
        for t in read_trees(path)
    ]


def read_ronec_v2(path: Path) -> list[Labelled]:
    """RONEC v2: JSON with tokens, BIO labels and spaces."""
    found = []
    for row in json.loads(path.read_text(encoding="utf-8")):
        text, words = "", []
        for token, space in zip(row["tokens"], row["space_after"], strict=True):
            words.append(Word(len(text), len(text) + len(token), "", "", ""))
            text += token + " " * space
        names = _named_parts(text, _runs(words, row["ner_tags"], _RONEC))
        found.append(Labelled(text, names, f"{path.name}:{row['id']}"))
    return found


def _named_parts(text: str, names: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Names without the words in small letters before and behind; none of what has no capital at all."""
    found = []
    for name in names:
        words = list(re.finditer(r"[^\W\d_][\w'’.-]*", text[name.start : name.end]))
        capitals = [w for w in words if not w.group()[0].islower()]
        if name.label == PERSON and len(words) == 1 and name.start == 0:
            continue  # "Inspectorii": a role has a capital there, too
        if capitals and name.label == PERSON:
            found.append(Stretch(name.start + capitals[0].start(), name.start + capitals[-1].end(), PERSON))
        elif capitals:
            found.append(name)
    return tuple(found)


_MARK = re.compile(r"\(([^()]+)\)|\(([^()]+)|([^()]+)\)")


def read_gum(path: Path) -> list[Labelled]:
    """GUM: the named part of each typed entity, the outermost where they are nested."""
    found = []
    for tree in read_trees(path):
        names: list[Stretch] = []
        for label, begin, end in sorted(_gum_entities(tree.words), key=lambda e: e[1] - e[2]):
            name = _proper(tree.words[begin:end])
            if name and all(name.end <= n.start or name.start >= n.end for n in names):
                names.append(Stretch(name.start, name.end, label))
        found.append(Labelled(tree.text, tuple(sorted(names, key=lambda n: n.start)), tree.document))
    return found


def _gum_entities(words: tuple[Word, ...]) -> Iterator[tuple[str, int, int]]:
    """(label, first word, end) of the persons, organisations and places."""
    opened: list[tuple[str, str, int]] = []
    for i, word in enumerate(words):
        notes = next((n[7:] for n in word.notes.split("|") if n.startswith("Entity=")), "")
        for one, begins, ends in _MARK.findall(notes):
            if one or begins:
                parts = (one or begins).split("-")
                opened.append((parts[0], parts[1] if len(parts) > 1 else "", i))
            if one or ends:
                group = (one or ends).split("-")[0]
                at = next((k for k in range(len(opened) - 1, -1, -1) if opened[k][0] == group), None)
                if at is not None:
                    _, kind, begin = opened.pop(at)
                    if kind in _GUM:
                        yield _GUM[kind], begin, i + 1


def _proper(words: tuple[Word, ...]) -> Stretch | None:
    """The name that an entity consists of, its article left out; None where it is described and not named."""
    while words and words[0].pos in ("DET", "PUNCT"):
        words = words[1:]
    while words and words[-1].pos in ("PUNCT", "PART"):
        words = words[:-1]
    proper = [w.pos == "PROPN" for w in words]
    if not any(proper) or len(words) > 8 or not proper[-1]:
        return None
    joined = all(p or w.pos in ("ADP", "CCONJ", "DET", "PUNCT", "NUM") for p, w in zip(proper, words, strict=True))
    if proper[0] and joined:
        return Stretch(words[0].start, words[-1].end, "")
    first = next(i for i in range(len(words)) if all(proper[i:]))
    if any(proper[:first]) or first > 4:
        return None
    return Stretch(words[first].start, words[-1].end, "")
