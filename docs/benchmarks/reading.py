"""How fast articles are read: the mention stage by itself and the whole, in articles of 350 words a second.

    python docs/benchmarks/reading.py                 the sample articles
    python docs/benchmarks/reading.py FOLDER ...      text files; their language is detected

Processor time of one process, after one round that loads the tables. `--rounds` repeats everything; the memory of the
process is shown after the first and after the last round: what grows with the rounds would grow with an archive.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from communique.extract import extract
from communique.extract.actors import group
from communique.extract.article import read_mentions
from communique.extract.layout import lay_out
from communique.extract.offices import take_offices
from communique.model import Article
from communique.read import read

SAMPLES = Path(__file__).parents[2] / "samples"
WORDS = 350  # of an article
Stage = Callable[[Article], object]


def mentions(article: Article) -> object:
    """Actors, offices, places and dates of an article."""
    readings = read_mentions(lay_out(article))
    company = group(readings)
    take_offices(company, readings)
    return company


STAGES: dict[str, Stage] = {"mentions": mentions, "whole": extract}


def rates(articles: list[Article], stage: Stage, rounds: int) -> list[float]:
    """Articles of 350 words a second, of each round."""
    words = sum(len(a.text.split()) for a in articles)
    found = []
    for _ in range(rounds):
        begin = time.process_time()
        for article in articles:
            stage(article)
        found.append(words / WORDS / (time.process_time() - begin))
    return found


def memory() -> float:
    """The most memory that the process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Prints a table, one row for each language and one for all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("sources", nargs="*", type=Path, default=[SAMPLES])
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    articles = list(read([str(s) for s in options.sources], problems=[]))
    for article in articles:
        extract(article)
    first = memory()
    languages = sorted({a.language or "" for a in articles})
    print("| language | articles | " + " | ".join(f"{name} (median, best)" for name in STAGES) + " |")
    print("|---|---|" + "---|" * len(STAGES))
    for language in [*languages, "all"]:
        some = [a for a in articles if language in ("all", a.language)]
        cells = [rates(some, stage, options.rounds) for stage in STAGES.values()]
        row = " | ".join(f"{statistics.median(c):.0f}, {max(c):.0f}" for c in cells)
        print(f"| {language} | {len(some)} | {row} |")
    print(f"\nMemory: {first:.0f} MiB after the first round, {memory():.0f} MiB after the last.")


if __name__ == "__main__":
    main()
