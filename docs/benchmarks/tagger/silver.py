"""Labels for treebanks that mark proper nouns and no more: where tables and rules are sure of what a proper noun is.

A run of proper nouns is labelled by the known name that it is, else by the rules' mention with the same words, else by
a known given name that opens it. What the rules take for a name but the treebank for common words is no name. A
sentence with a run that nothing explains is left out, so that doubt is not taught as its absence.
"""

from __future__ import annotations

from collections.abc import Iterable

from corpora import LOCATION, ORGANISATION, PERSON, Labelled, Stretch, Tree
from features import read_labelled

from communique.extract.reading import Mention, Reading

LABEL_OF = {"person": PERSON, "organization": ORGANISATION, "state": LOCATION, "place": LOCATION}


def label(trees: Iterable[Tree], code: str) -> list[Labelled]:
    """The sentences of which every proper noun can be explained, with their names."""
    listed = list(trees)
    bare = [Labelled(t.text, (), t.document) for t in listed]
    by_text = {(t.document, t.text): t for t in listed}
    found = []
    for sentence, reading in read_labelled(bare, code):
        tree = by_text[sentence.document, sentence.text]
        names = _explain(reading, _proper_tokens(tree, reading))
        if names is not None:
            found.append(Labelled(sentence.text, tuple(names), sentence.document))
    return found


def _proper_tokens(tree: Tree, reading: Reading) -> set[int]:
    proper = [w for w in tree.words if w.pos == "PROPN"]
    return {i for i, t in enumerate(reading.tokens) if any(w.start <= t.start < w.end for w in proper)}


def _explain(reading: Reading, proper: set[int]) -> list[Stretch] | None:
    """The names of a sentence; None where a proper noun is left over."""
    names, explained = [], set[int]()
    for mention in name_mentions(reading):
        held = set(range(mention.name_start, mention.name_end))
        if mention.entries or mention.type == "organization" or len(held & proper) * 2 > len(held):
            names.append(stretch(reading, mention))
            explained |= held
    demonyms = {i for k in reading.known.values() if k.kind == "demonym" for i in range(k.start, k.end)}
    left = sorted(proper - explained - demonyms - {i for i in proper if reading.tokens[i].shape == "p"})
    for run in _runs(left):
        given = reading.word(run[0]) in reading.language.given_names
        if not given or len(run) < 2:
            return None
        names.append(Stretch(reading.tokens[run[0]].start, reading.tokens[run[-1]].end, PERSON))
    return sorted(names, key=lambda n: n.start)


def _runs(places: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for i in places:
        if runs and runs[-1][-1] + 1 == i:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def name_mentions(reading: Reading) -> list[Mention]:
    """The rules' names of a sentence: no titles, no demonyms, no descriptions, the outermost where they are nested."""
    named = [m for m in reading.mentions if m.type in LABEL_OF and m.kind not in ("demonym", "description")]
    named.sort(key=lambda m: (m.name_start - m.name_end, m.name_start))
    kept: list[Mention] = []
    for m in named:
        if all(m.name_end <= k.name_start or m.name_start >= k.name_end for k in kept):
            kept.append(m)
    return sorted(kept, key=lambda m: m.name_start)


def stretch(reading: Reading, mention: Mention) -> Stretch:
    """A mention's name as a labelled stretch of its sentence."""
    tokens = reading.tokens
    return Stretch(tokens[mention.name_start].start, tokens[mention.name_end - 1].end, LABEL_OF[mention.type])
