"""How well the annotated articles are read: F1 for each language, beside the floors that are pinned.

    python tools/gold.py              the scores of each corpus and language, and which fell below their floor
    python tools/gold.py --update     the scores become the floors of tests/gold/floors.json

The articles, their annotations and the scorer lie beside the checkout, in `../shared`, and are no part of it.
An article in a language that cannot be read yet counts as one in which nothing was found.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from communique.engine.local import extract_all
from communique.errors import InputError
from communique.extract import extract
from communique.read import read
from communique.resolve import resolve
from communique.schema.record_json import dump_line

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "contract/score.py"
CORPORA = {  # name -> annotations, and the folder of the articles
    "seeds": (SHARED / "gold/seeds.jsonl", SHARED / "seeds"),
    "dev": (SHARED / "gold/dev.jsonl", SHARED / "gold/dev"),
}
FLOORS = ROOT / "tests/gold/floors.json"
Scores = dict[str, dict[str, float]]  # language, or `all` -> measure -> F1


def fingerprint(corpus: str) -> str:
    """A hash of the annotations and of the articles, in which a changed letter shows."""
    gold, folder = CORPORA[corpus]
    digest = hashlib.sha256(gold.read_bytes())
    for path in sorted(folder.glob("*.txt")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def scores(corpus: str) -> Scores:
    """F1 of what is found in the articles of a corpus, documents resolved against each other.

    Raises RuntimeError where the scorer fails.
    """
    gold, folder = CORPORA[corpus]
    problems: list[InputError] = []
    articles = read([folder], problems=problems)
    records = resolve(extract_all(articles, extract, problems=problems, jobs=1))
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(dump_line(record) + "\n" for record in records)
        file.flush()
        command = [sys.executable, str(SCORER), str(gold), file.name, "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{SCORER}: {done.stderr.strip()}")
    found = json.loads(done.stdout)
    return {"all": {measure: row["f1"] for measure, row in found["all"].items()}, **found["by_language"]}


def floors() -> dict[str, dict[str, object]]:
    """Corpus -> its fingerprint and the floors of each language."""
    pinned: dict[str, dict[str, object]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return pinned


def fallen(found: Scores, pinned: Scores) -> list[str]:
    """Where a score is below its floor, a sentence each."""
    return [
        f"{language} {measure}: {found.get(language, {}).get(measure, 0.0):.3f} is below {floor:.3f}"
        for language, measures in pinned.items()
        for measure, floor in measures.items()
        if found.get(language, {}).get(measure, 0.0) < floor
    ]


def main() -> None:
    """Prints the scores of every corpus that is there; with --update, writes them as floors."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--update", action="store_true", help="pin the scores in tests/gold/floors.json")
    options = parser.parse_args()
    pinned = floors() if FLOORS.exists() else {}
    for corpus, (gold, _) in CORPORA.items():
        if not gold.exists():
            print(f"{corpus}: {gold} is not here", file=sys.stderr)
            continue
        found = scores(corpus)
        for language, measures in found.items():
            figures = (f"{name} {f1:.3f}" for name, f1 in measures.items())
            print(f"{corpus:6} {language:4}", *figures, sep="  ")
        if corpus in pinned:
            print(*fallen(found, pinned[corpus]["f1"]), sep="\n")  # type: ignore[arg-type]
        if options.update:
            pinned[corpus] = {"fingerprint": fingerprint(corpus), "f1": found}
    if options.update:
        FLOORS.write_text(json.dumps(pinned, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
