"""Precision, recall and F1: of entities by the project's scorer, of exact spans in running text, and articles a second.

The gold annotation lists surface forms, not places. For the exact spans every occurrence of a form that is a name is
looked up in the article, the longest first; descriptions ("the Belarusian minister"), and demonyms, which no corpus
calls names, are left out on both sides. A state and a place are both LOC there: which of them a capital is, a
sentence does not say.
"""

from __future__ import annotations

import importlib.util
import json
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from corpora import Labelled
from features import bio, read_labelled
from joining import Policy, joined
from model import Tagger
from silver import LABEL_OF, name_mentions

from communique.extract import extract
from communique.extract.article import read_mentions
from communique.extract.gazetteer import find_known
from communique.extract.layout import lay_out
from communique.extract.reading import Reading
from communique.lang import Language, Token, load
from communique.lang.tokens import tokenize
from communique.model import Article
from communique.schema.record_json import to_json

_WORDS = 350  # of an article, for the speed
_JOINTS = frozenset("-–'’.«»\"“”")
Found = set[tuple[int, int, int, str]]  # sentence, first token, last token, label


@dataclass(slots=True)
class Count:
    """How many were right, found, and there to be found."""

    right: int = 0
    found: int = 0
    there: int = 0

    def add(self, found: Found, there: Found) -> None:
        self.right += len(found & there)
        self.found += len(found)
        self.there += len(there)

    def figures(self) -> tuple[float, float, float]:
        """Precision, recall, F1."""
        p, r = self.right / max(1, self.found), self.right / max(1, self.there)
        return p, r, 2 * p * r / max(1e-9, p + r)


@dataclass(slots=True)
class Marks:
    """The figures of one way of reading some articles."""

    entities: Count = field(default_factory=Count)
    spans: Count = field(default_factory=Count)
    events: Count = field(default_factory=Count)  # meetings and agreements
    documents: list[float] = field(default_factory=list)  # F1 of entities of each article


def load_scorer(path: Path) -> ModuleType:
    """The project's scorer, which stands beside its annotations."""
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(
    articles: Iterable[Article],
    gold: dict[str, dict[str, Any]],
    scorer: ModuleType,
    tagger: Tagger | None,
    policy: Policy,
    *,
    spans: bool = True,
) -> Marks:
    """The figures of reading articles in one way."""
    marks = Marks()
    with joined(tagger, policy):
        for article in articles:
            record = gold[article.id]
            names = ("entities", "offices", "meetings", "agreements", "attribution")
            tallies = {n: scorer.Tally() for n in (*names, *(f"{e}.{w}" for e in names for w in ("slots", "found")))}
            scorer.score_document(record, to_json(extract(article)), tallies)
            _tally(marks.entities, tallies["entities"])
            marks.documents.append(tallies["entities"].figures()["f1"])
            _tally(marks.events, tallies["meetings.found"])
            _tally(marks.events, tallies["agreements.found"])
            if spans:
                readings = read_mentions(lay_out(article))
                marks.spans.add(_spans(readings), _gold_spans(record, readings))
    return marks


def _tally(count: Count, tally: Any) -> None:
    count.right += tally.right
    count.found += tally.right + tally.spurious
    count.there += tally.right + tally.missing


def _spans(readings: Sequence[Reading]) -> Found:
    """The names that a reading holds, articles and marks at their edges left out."""
    found: Found = set()
    for k, reading in enumerate(readings):
        for m in name_mentions(reading):
            start, end = _bare(reading.tokens, reading.language, m.name_start, m.name_end)
            if start < end:
                found.add((k, start, end - 1, LABEL_OF[m.type]))
    return found


def _bare(tokens: Sequence[Token], language: Language, start: int, end: int) -> tuple[int, int]:
    """A stretch of tokens without marks at its edges and without the article that opens it."""
    while start < end:
        match = language.markers.longest(tokens, start)
        if tokens[start].shape == "p" or (match and match.row["role"] == "det" and match.end < end):
            start += 1
        else:
            break
    while end > start and tokens[end - 1].shape == "p":
        end -= 1
    return start, end


def _gold_spans(record: dict[str, Any], readings: Sequence[Reading]) -> Found:
    """Where the forms that are names stand in an article."""
    if not readings:
        return set()
    language = readings[0].language
    forms: dict[tuple[str, ...], str] = {}
    for entity in record["entities"]:
        for form in [*entity["mentions"], entity.get("name") or ""]:
            words = _name_words(form, entity["type"], language)
            if words:
                forms.setdefault(words, LABEL_OF[entity["type"]])
    found: Found = set()
    for k, reading in enumerate(readings):
        found |= {(k, *place) for place in _occurrences(reading, forms)}
    return found


def _name_words(form: str, type_: str, language: Language) -> tuple[str, ...]:
    """The folded words of a form that is a name; nothing for a description."""
    tokens = tokenize(form)
    start, end = _bare(tokens, language, 0, len(tokens))
    tokens = tokens[start:end]
    if language.profile.capitals and not any(t.shape in "CU" for t in tokens):
        return ()
    titles = [m.row["class"] for i in range(len(tokens)) if (m := language.titles.longest(tokens, i))]
    if type_ == "person" and any(c in ("office", "role", "counterpart", "prefix", "former") for c in titles):
        return ()
    if type_ == "person":
        while tokens and (m := language.titles.longest(tokens, 0)) and m.end < len(tokens):
            tokens = [t for t in tokens[m.end :] if t.text != "."]
    if type_ == "state":
        heads = [m.row["category"] for i in range(len(tokens)) if (m := language.bodies.longest(tokens, i))]
        demonym = any(k.kind == "demonym" for k in find_known(tokens, language))
        if titles or demonym or any(h != "statehood" for h in heads):
            return ()
    return tuple(t.fold for t in tokens if t.shape != "p")


def _occurrences(reading: Reading, forms: dict[tuple[str, ...], str]) -> Iterable[tuple[int, int, str]]:
    """(first token, last token, label) of the longest forms, left to right."""
    tokens = reading.tokens
    longest = max(map(len, forms), default=0)
    i = 0
    while i < len(tokens):
        best = None
        if tokens[i].shape != "p" and (not reading.language.profile.capitals or tokens[i].shape in "CUd"):
            words: list[str] = []
            for j in range(i, len(tokens)):
                if tokens[j].shape == "p":
                    if tokens[j].text in _JOINTS:
                        continue
                    break
                words.append(tokens[j].fold)
                if tuple(words) in forms:
                    best = (i, j, forms[tuple(words)])
                if len(words) >= longest:
                    break
        if best:
            yield best
        i = best[1] + 1 if best else i + 1


def outside(sentences: Sequence[Labelled], code: str, tagger: Tagger) -> tuple[Count, Count]:
    """The span figures of rules and of tagger on the test part of a corpus."""
    rules, learned = Count(), Count()
    documents: dict[str, list[tuple[Labelled, Reading]]] = {}
    for sentence, reading in read_labelled(sentences, code):
        documents.setdefault(sentence.document, []).append((sentence, reading))
    for members in documents.values():
        opinions = tagger.opinions([reading for _, reading in members])
        for (sentence, reading), opinion in zip(members, opinions, strict=True):
            there = _labelled_spans(sentence, reading)
            tokens, language = reading.tokens, reading.language
            rules.add(_spans([reading]), there)
            guessed = ((*_bare(tokens, language, g.start, g.end), g.label) for g in opinion.guesses)
            learned.add({(0, s, e - 1, label) for s, e, label in guessed if s < e}, there)
    return rules, learned


def _labelled_spans(sentence: Labelled, reading: Reading) -> Found:
    labels = bio(sentence, reading)
    found: Found = set()
    for i, label in enumerate(labels):
        if label[0] == "B":
            end = next((j for j in range(i + 1, len(labels)) if labels[j] != f"I-{label[2:]}"), len(labels))
            start, end = _bare(reading.tokens, reading.language, i, end)
            if start < end:
                found.add((0, start, end - 1, label[2:]))
    return found


def speed(articles: Sequence[Article], taggers: dict[str, Tagger], policies: dict[str, Policy]) -> float:
    """Articles of 350 words a second of processor time, everything loaded; each language in its own way."""
    words = sum(len(a.text.split()) for a in articles)
    best = float("inf")
    for _ in range(3):
        began = time.process_time()
        for article in articles:
            with joined(taggers[article.language], policies[article.language]):
                extract(article)
        best = min(best, time.process_time() - began)
    return words / _WORDS / best


def read_gold(path: Path) -> dict[str, dict[str, Any]]:
    """Id -> annotation."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return {r["id"]: r for r in map(json.loads, filter(str.strip, lines))}


def known_languages(articles: Iterable[Article]) -> list[str]:
    """The languages of articles that can be read, sorted."""
    return sorted({a.language for a in articles if load(a.language)})
