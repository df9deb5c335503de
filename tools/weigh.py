"""Learns what tells a meeting or agreement and who is in it: the tables of `src/communique/schema/weights`.

    python tools/weigh.py                 learns from all annotated articles and writes the tables
    python tools/weigh.py --folds 5       the scores of articles that were held back while learning, nothing is written

Learned from: our own sentences and articles (`tests/lang/*/cases.jsonl`, `articles.jsonl`) and, where `../shared` lies
beside the checkout, the seeds and the development gold. Each trigger and each noun of an instrument is laid beside the
annotated events of its sentence: it tells the event whose evidence it stands in. Those that tell an event teach the
weights of its roles; all of them teach whether an event is told. Of a case that expects events, only the triggers of
their kinds teach anything, for it need not list them all. Method: logistic regression with an L2 penalty
(scikit-learn). What a role's weights say of an article is taken from a fit without that article, so that the second fit
sees likelihoods as they are on unseen text.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cases import Case, cases, known, languages
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from communique.extract.actors import Actor
from communique.extract.article import extract_weighed
from communique.extract.weighing import Weighing, company
from communique.lang.text import fold
from communique.model import Article, Record
from communique.resolve import resolve
from communique.schema.record_json import dump_line
from communique.schema.weights import QUESTIONS, Weights, use

ROOT = Path(__file__).resolve().parents[1]
TABLES = ROOT / "src/communique/schema/weights"
OWN = ROOT / "tests/lang"
SHARED = ROOT.parent / "shared"
ROLES = {"meeting": {"participant": "participants"}, "agreement": {"party": "parties", "signatory": "signatories"}}
_FREEDOM = {"meeting": 1.0, "agreement": 0.1}  # scikit-learn's C, chosen by the score of held-back articles
_SLIGHT = 0.03  # weights nearer to nothing are left out of the tables
_INNER = 5  # folds within what is learned from
_SEED = 7

Annotated = dict[str, Any]  # a record of the contract, or an article of our own, with its `text`


@dataclass(slots=True)
class Example:
    """A weighing with its answers: the event it tells, if any, and for each candidate whether it plays its role."""

    document: str
    weighing: Weighing
    told: bool
    plays: dict[str, list[bool]]
    likelihoods: list[float]


# --- articles --------------------------------------------------------------------------------------------------------


def annotated() -> list[Annotated]:
    """All annotated texts: our own cases and articles, and the articles of `../shared`."""
    found = [_of_case(case) for code in languages() for case in cases(code)]
    for path in sorted(OWN.glob("*/articles.jsonl")):
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            agreements = [{"parties": [], "signatories": [], **event} for event in row["agreements"]]
            found.append({"language": path.parent.name, "own": True, **row, "agreements": agreements})
    for gold, folder in (("seeds.jsonl", "seeds"), ("dev.jsonl", "gold/dev")):
        path = SHARED / "gold" / gold
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines() if path.exists() else []):
            text = (SHARED / folder / f"{row['id']}.txt").read_bytes().decode("utf-8")
            found.append({**row, "published": None, "text": text})
    return found


def _of_case(case: Case) -> Annotated:
    """A case as an article whose events stand in the whole text. What its events do not say is not known."""
    events = {
        field: [{**event, "evidence": [case.text]} for event in case.expect[field]]
        for field in ("meetings", "agreements")
        if field in case.expect
    }
    return {**vars(case), **events, "own": True, "partial": True}


def read(article: Annotated) -> tuple[Record, list[Weighing]]:
    """The record of an annotated article, and what was weighed for it."""
    return extract_weighed(
        Article(article["id"], article["text"], article["language"], published=article["published"])
    )


def examples(article: Annotated) -> list[Example]:
    """The weighings of an article with their answers; without those that may be a second telling of an event."""
    found: list[Example] = []
    for weighing in read(article)[1]:
        events = article.get(f"{weighing.type}s")
        if events is None or _beside_the_case(article, weighing, events):
            continue
        event = _told_by(weighing, events, article["text"])
        roles = ROLES[weighing.type].items() if event else ()
        forms = {role: _forms(article, event[field]) for role, field in roles if event and field in event}
        plays = {
            role: [bool(_surfaces(article, c.actor) & forms[role]) for c in weighing.roles[role]] for role in forms
        }
        if event or not _retold(article, weighing, events):
            found.append(Example(article["id"], weighing, event is not None, plays, []))
    return found


def _beside_the_case(article: Annotated, weighing: Weighing, events: list[Annotated]) -> bool:
    """Whether a case says nothing of what is weighed: it expects events, and none of this kind."""
    return "partial" in article and bool(events) and weighing.kind not in {e.get("kind") for e in events}


def _told_by(weighing: Weighing, events: list[Annotated], text: str) -> Annotated | None:
    """The event whose evidence a weighing stands in; else one of its kind with evidence in its sentence."""
    tokens = weighing.reading.tokens
    here = (tokens[weighing.start].start, tokens[weighing.end - 1].end)
    direct = [e for e in events if any(_overlap(here, span) for span in _evidence(e, text))]
    sentence = (tokens[0].start, tokens[-1].end)
    kind = weighing.kind
    near = [e for e in events if e.get("kind") == kind and any(_overlap(sentence, s) for s in _evidence(e, text))]
    return next((e for e in direct if e.get("kind") == kind), (direct or near or [None])[0])


def _evidence(event: Annotated, text: str) -> Iterator[tuple[int, int]]:
    for quote in event["evidence"]:
        match = re.search(r"\s+".join(map(re.escape, quote.split())), text)
        if match:
            yield match.span()


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _forms(article: Annotated, who: Iterable[str]) -> set[str]:
    """The surface forms of actors, or their Wikidata identifiers.

    An article of our own names them, a record gives their identifiers.
    """
    if article.get("own"):
        names = {fold(name) for name in who}
        return names.union(*(known(article["language"]).get(name, ()) for name in names))
    entities = {e["id"]: e for e in article["entities"]}
    return {fold(form) for id_ in who for form in [entities[id_]["name"], *entities[id_]["mentions"]]}


def _surfaces(article: Annotated, actor: Actor) -> set[str]:
    """The surface forms of an actor's mentions, with and without titles, and its Wikidata identifier."""
    text = article["text"]
    forms = {
        fold(text[reading.tokens[start].start : reading.tokens[end - 1].end])
        for reading, m in actor.mentions
        for start, end in ((m.name_start, m.name_end), (m.start, m.end))
    }
    return forms | {actor.wikidata} if actor.wikidata else forms


def _retold(article: Annotated, weighing: Weighing, events: list[Annotated]) -> bool:
    """Whether those whom a weighing attaches are in one event of the article: it may tell it again."""
    role, field = next(iter(ROLES[weighing.type].items()))
    near = [c.actor for c in weighing.roles[role] if not c.features.isdisjoint(("attached", "own", "bound"))]
    return len(near) > 1 and any(
        all(_surfaces(article, actor) & _forms(article, event.get(field, ())) for actor in near) for event in events
    )


# --- learning --------------------------------------------------------------------------------------------------------


def learn(given: Sequence[Example]) -> dict[str, Weights]:
    """The weights of every question."""
    found: dict[str, Weights] = {}
    for type_, roles in ROLES.items():
        of_type = [e for e in given if e.weighing.type == type_]
        for role in roles:
            found[role] = _fit_role(of_type, role, _FREEDOM[type_])
        _weigh_held_back(of_type, next(iter(roles)), _FREEDOM[type_])
        rows = [(e.weighing.features | company(e.likelihoods, e.weighing.needs), e.told) for e in of_type]
        found[type_] = _fit(rows, _FREEDOM[type_])
    return found


def _fit_role(given: Iterable[Example], role: str, freedom: float) -> Weights:
    told = [e for e in given if role in e.plays]
    rows = [(c.features, y) for e in told for c, y in zip(e.weighing.roles[role], e.plays[role], strict=True)]
    return _fit(rows, freedom)


def _weigh_held_back(given: Sequence[Example], role: str, freedom: float) -> None:
    """Sets the likelihoods of candidates, each by weights that were learned without its article."""
    for held, rest in folds(given, _INNER):
        learned = _fit_role(rest, role, freedom)
        for example in held:
            example.likelihoods = [learned.likelihood(c.features) for c in example.weighing.roles[role]]


def _fit(rows: Sequence[tuple[set[str], bool]], freedom: float) -> Weights:
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([dict.fromkeys(sorted(features), 1.0) for features, _ in rows])
    model = LogisticRegression(C=freedom, max_iter=3000).fit(matrix, [answer for _, answer in rows])
    names = vectors.get_feature_names_out()
    of = {name: round(float(w), 2) for name, w in zip(names, model.coef_[0], strict=True) if abs(w) >= _SLIGHT}
    return Weights({"bias": round(float(model.intercept_[0]), 2), **of})


def folds(given: Sequence[Example], number: int) -> Iterator[tuple[list[Example], list[Example]]]:
    """(held back, the rest) for each of a number of shares of the documents, drawn by a fixed seed."""
    documents = sorted({e.document for e in given})
    random.Random(_SEED).shuffle(documents)
    for n in range(number):
        held = set(documents[n::number])
        yield [e for e in given if e.document in held], [e for e in given if e.document not in held]


# --- what comes out --------------------------------------------------------------------------------------------------


def write(learned: dict[str, Weights]) -> None:
    """The tables of the package."""
    for question in QUESTIONS:
        bias, *rows = learned[question].of.items()
        lines = ["feature\tweight", *(f"{feature}\t{weight}" for feature, weight in [bias, *sorted(rows)])]
        (TABLES / f"{question}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{question:12} {len(rows):5} weights")


def held_back(articles: list[Annotated], given: Sequence[Example], number: int) -> str:
    """The scorer's table for the articles of `../shared`, each read with weights learned without it."""
    gold = [a for a in articles if not a.get("own")]
    records: list[Record] = []
    for held, rest in folds(given, number):
        for question, learned in learn(rest).items():
            use(question, learned)
        names = {e.document for e in held}
        records += [read(a)[0] for a in gold if a["id"] in names]
    weighed = {e.document for e in given}
    records += [read(a)[0] for a in gold if a["id"] not in weighed]  # nothing to weigh in them
    return _score(gold, resolve(records))


def _score(gold: list[Annotated], records: Iterable[Record]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        wanted, found = Path(folder, "gold.jsonl"), Path(folder, "found.jsonl")
        wanted.write_text("".join(json.dumps(g) + "\n" for g in gold), encoding="utf-8")
        found.write_text("".join(dump_line(r) + "\n" for r in records), encoding="utf-8")
        command = [sys.executable, str(SHARED / "contract/score.py"), str(wanted), str(found)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--folds", type=int, help="hold back one of so many shares of the articles at a time")
    options = parser.parse_args()
    articles = annotated()
    given = [example for article in articles for example in examples(article)]
    print(f"{len(articles)} articles, {len(given)} weighings, {sum(e.told for e in given)} of them tell an event")
    if options.folds:
        print(held_back(articles, given, options.folds))
    else:
        write(learn(given))


if __name__ == "__main__":
    main()
