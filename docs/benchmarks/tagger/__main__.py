"""Whether a small learned tagger finds names better than the rules do: figures for `docs/benchmarks/tagger.md`.

    pip install python-crfsuite
    python docs/benchmarks/tagger CORPORA GOLD               the tables, as Markdown
    python docs/benchmarks/tagger CORPORA GOLD --weights DIR keeps the weights, and uses those that are there

CORPORA holds `treebanks/` (Universal Dependencies: English EWT and GUM, French Sequoia and GSD, Russian GSD and Taiga,
Persian PerDT) and `names/` (UNER, RONEC); `corpora.py` says what each is used for. GOLD holds annotated articles
(`dev.jsonl` and `dev/*.txt`); the scorer is given by --scorer, by default `../contract/score.py` beside GOLD.

Method. One linear-chain conditional random field for each language learns PER, ORG and LOC from the corpora's own
labels (English, Romanian), from treebanks whose proper nouns tables and rules can explain (silver labels and
self-training, all but Romanian), and from sentences made of our own patterns and the package's lists. It is compared
with the rules alone and with both together. What the tagger may add, mend and strike out is decided by thresholds that
are tuned on the articles with odd numbers, for each language by itself ("both") or one set for all ("both, one
policy"); the figures that count are of those with even numbers, which nothing was tuned on.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from statistics import fmean
from types import ModuleType
from typing import Any

from corpora import Labelled, read_gum, read_ronec_v1, read_ronec_v2, read_trees, read_uner
from joining import NEVER, RULES, TAGGER, Policy
from measures import Count, Marks, known_languages, load_scorer, measure, outside, read_gold, speed
from model import Tagger, train
from sentences import generate
from silver import label

from communique.errors import InputError
from communique.model import Article
from communique.read import read

_MADE = 2000  # sentences from patterns, of each language
_CHOICES: tuple[tuple[Callable[[Policy, float], Policy], tuple[float, ...]], ...] = (
    (lambda policy, value: replace(policy, add=value), (0.7, 0.8, 0.9, 0.95, 0.98, 0.995)),
    (lambda policy, value: replace(policy, mend=value), (0.8, 0.9, 0.97, 0.99)),
    (lambda policy, value: replace(policy, veto=value), (0.02, 0.05, 0.1, 0.2, 0.35, 0.5)),
)
_GAIN = 0.002  # of F1 on the odd articles, less than which no threshold is worth having
_SILVER = {
    "en": ("UD_English-EWT/en_ewt-ud-train.rebuilt.conllu",),
    "fr": ("UD_French-Sequoia/*.conllu", "UD_French-GSD/*.conllu"),
    "ru": ("UD_Russian-GSD/*.conllu", "UD_Russian-Taiga/*.conllu"),
    "fa": ("UD_Persian-PerDT/*.conllu",),
}
_SPOKEN = ("answers", "reviews")  # parts of EWT that are least like news
Gold = dict[str, dict[str, Any]]
Ways = dict[str, Policy]  # what it is called -> thresholds


def lessons(corpora: Path, code: str) -> list[Labelled]:
    """What the tagger of a language learns from."""
    found = generate(code, _MADE)
    if code == "en":
        found += read_uner(corpora / "names/uner_en_ewt/en_ewt-ud-dev.iob2")
        for part in ("train", "dev"):
            found += read_gum(corpora / f"treebanks/UD_English-GUM-open/en_gum-open-{part}.conllu")
    if code == "ro":
        tested = {s.text for s in examinations(corpora, code)["RONEC v2 test"]}
        ronec = corpora / "names/ronec"
        learned = read_ronec_v1(ronec / "ronec_v1/ronec_iob.conllup") + read_ronec_v2(ronec / "data/valid.json")
        found += [s for s in learned if s.text not in tested]
    for pattern in _SILVER.get(code, ()):
        for path in sorted((corpora / "treebanks").glob(pattern)):
            trees = (t for t in read_trees(path) if not any(f":{part}" in t.document for part in _SPOKEN))
            found += label(trees, code)
    return found


def examinations(corpora: Path, code: str) -> dict[str, list[Labelled]]:
    """The test parts of corpora with labels of people's own."""
    if code == "en":
        return {
            "UNER EWT test": read_uner(corpora / "names/uner_en_ewt/en_ewt-ud-test.iob2"),
            "GUM test": read_gum(corpora / "treebanks/UD_English-GUM-open/en_gum-open-test.conllu"),
        }
    return {"RONEC v2 test": read_ronec_v2(corpora / "names/ronec/data/test.json")} if code == "ro" else {}


def tune(value: Callable[[Policy], float]) -> Policy:
    """The thresholds of the best value; one that gains next to nothing is left off."""
    policy, best = RULES, value(RULES)
    for _ in range(2):
        for choose, choices in _CHOICES:
            for choice in choices:
                tried = choose(policy, choice)
                if (found := value(tried)) > best + _GAIN:
                    policy, best = tried, found
    return policy


def halves(articles: list[Article], code: str) -> tuple[list[Article], list[Article]]:
    """The articles of a language: those with odd numbers, those with even ones."""
    mine = [a for a in articles if a.language == code]
    odd = [a for a in mine if int(a.id.rsplit("-", 1)[1]) % 2]
    return odd, [a for a in mine if a not in odd]


def cells(*counts: Count) -> str:
    """Precision, recall and F1 of each count as cells of a table."""
    return " | ".join(" ".join(f"{v:.3f}".lstrip("0") for v in c.figures()) for c in counts)


def _row(*values: object) -> None:
    print("| " + " | ".join(map(str, values)) + " |", flush=True)


def _head(*names: str) -> None:
    print()
    _row(*names)
    print("|---" * len(names) + "|", flush=True)


def _threshold(policy: Policy) -> str:
    shown = [f"add {policy.add}", f"mend {policy.mend}", f"veto {policy.veto}"]
    used = [policy.add < NEVER, policy.mend < NEVER, policy.veto > 0]
    return ", ".join(s for s, on in zip(shown, used, strict=True) if on) or "none"


def learn(corpora: Path, code: str, weights: Path) -> Tagger:
    """The tagger of a language, trained where its weights are not there yet."""
    path = weights / f"{code}.crf"
    if not path.exists():
        began = time.process_time()
        count = train(lessons(corpora, code), code, path)
        print(f"{code}: {count} sentences, {time.process_time() - began:.0f} s", file=sys.stderr, flush=True)
    return Tagger(path)


def ways(articles: list[Article], gold: Gold, scorer: ModuleType, taggers: dict[str, Tagger]) -> dict[str, Ways]:
    """The ways of naming that are compared, for each language, tuned on the articles with odd numbers."""

    @cache
    def value(code: str, policy: Policy) -> float:
        odd, _ = halves(articles, code)
        return measure(odd, gold, scorer, taggers[code], policy, spans=False).entities.figures()[2]

    shared = tune(lambda policy: fmean(value(code, policy) for code in taggers))
    return {
        code: {
            "rules": RULES,
            "tagger": TAGGER,
            "both": tune(lambda policy, code=code: value(code, policy)),  # type: ignore[misc]
            "both, one policy": shared,
        }
        for code in taggers
    }


def compare(
    articles: list[Article], gold: Gold, scorer: ModuleType, taggers: dict[str, Tagger], chosen: dict[str, Ways]
) -> None:
    """Prints the tables of the articles that were tuned on, and of those that were held back."""
    for part, title in ((0, "tuned on: odd numbers"), (1, "held back: even numbers")):
        names = ("names by", "entities P R F1", "exact spans P R F1", "events found P R F1", "articles", "thresholds")
        _head(f"language ({title})", *names)
        for code, tagger in taggers.items():
            half = halves(articles, code)[part]
            base = measure(half, gold, scorer, tagger, RULES)
            for name, policy in chosen[code].items():
                m = base if policy == RULES else measure(half, gold, scorer, tagger, policy)
                shown = _threshold(policy) if name.startswith("both") else ""
                _row(code, name, cells(m.entities, m.spans, m.events), _sides(base, m, len(half)), shown)


def _sides(base: Marks, other: Marks, count: int) -> str:
    """In how many articles the entities are read better and worse than by the rules."""
    pairs = list(zip(base.documents, other.documents, strict=True))
    better, worse = sum(b < o for b, o in pairs), sum(b > o for b, o in pairs)
    return f"{count}" if base is other else f"+{better} -{worse}"


def report(corpora: Path, gold_folder: Path, scorer: ModuleType, weights: Path) -> None:
    """Trains, tunes, measures, prints."""
    problems: list[InputError] = []
    gold = read_gold(gold_folder / "dev.jsonl")
    articles = [a for a in read([gold_folder / "dev"], problems=problems) if a.id in gold]
    taggers = {code: learn(corpora, code, weights) for code in known_languages(articles)}
    chosen = ways(articles, gold, scorer, taggers)
    compare(articles, gold, scorer, taggers, chosen)
    _head("corpus", "names", "rules P R F1", "tagger P R F1")
    for code, tagger in taggers.items():
        for name, sentences in examinations(corpora, code).items():
            rules, learned = outside(sentences, code, tagger)
            _row(name, rules.there, cells(rules), cells(learned))
    _head("names by", "articles a second")
    for name in ("rules", "tagger", "both"):
        _row(name, f"{speed(articles, taggers, {code: by[name] for code, by in chosen.items()}):.1f}")
    _head("language", "weights")
    for code in taggers:
        _row(code, f"{(weights / f'{code}.crf').stat().st_size / 1e6:.2f} MB")


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(prog="tagger", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, help="default: ../contract/score.py beside GOLD")
    parser.add_argument("--weights", type=Path, help="folder in which weights are kept and looked for")
    options = parser.parse_args(arguments)
    scorer = load_scorer(options.scorer or options.gold.resolve().parent / "contract/score.py")
    with tempfile.TemporaryDirectory() as scratch:
        weights = options.weights or Path(scratch)
        weights.mkdir(parents=True, exist_ok=True)
        report(options.corpora, options.gold, scorer, weights)


if __name__ == "__main__":
    main()
