"""`communique match`: whether two written names are one actor, and why."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from communique.resolve.compare import Comparison

COLUMNS = ("form_a", "lang_a", "form_b", "lang_b", "type")
ADDED = ("score", "same")  # replaced where the table has them already
KINDS = ("person", "organization")


@click.command(short_help="Say whether two names are one actor.")
@click.argument("names", metavar="[A B]", nargs=-1)
@click.option(
    "--lang-a", default="", metavar="CODE", help="Language of the article that writes A (fr, fa, ...)."
)
@click.option("--lang-b", default="", metavar="CODE", help="Language of the article that writes B.")
@click.option("--type", "kind", type=click.Choice(KINDS), default="person", show_default=True)
@click.option("--pairs", metavar="FILE.tsv", help="Compare the rows of a table instead; - is standard input.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of sentences.")
def command(
    names: tuple[str, ...], lang_a: str, lang_b: str, kind: str, pairs: str | None, as_json: bool
) -> None:
    """Say whether the names A and B, in any of the languages and scripts that are known, are one actor, and
    why.

    With --pairs, a tab-separated table with the columns form_a, lang_a, form_b, lang_b, type is written to
    standard
    output with `score` (0 to 1) and `same` (1 or 0) added.

    Exit code: 0 the same (or a table was written), 1 different, 2 nothing could be compared.
    """
    if pairs is not None:
        if names:
            raise click.UsageError("give either two names or --pairs, not both")
        _table(pairs)
        return
    if len(names) != 2:
        raise click.UsageError(f"expected two names, got {len(names)}; or --pairs FILE.tsv")
    from communique.resolve.compare import compare

    verdict = compare(names[0], lang_a, names[1], lang_b, kind)
    click.echo(_json(verdict) if as_json else "\n".join(_sentences(verdict)))
    click.get_current_context().exit(0 if verdict.same else 1)


def _sentences(verdict: Comparison) -> Iterator[str]:
    """The verdict for people: the answer, which words answer to which, then the reasons, the weightiest
    first."""
    yield f"{'same' if verdict.same else 'different'} (score {verdict.score:.3f})"
    for pair in verdict.pairs:
        yield f"  {pair}"
    for feature in verdict.features:
        if feature.adds:
            yield f"  {feature.adds:+6.2f}  {feature.why} [{feature.name}]"


def _json(verdict: Comparison) -> str:
    from dataclasses import asdict

    return json.dumps(asdict(verdict), ensure_ascii=False)


def _table(path: str) -> None:
    """Write the rows of a table with their scores. Raises InputError for a file or row that cannot be
    read."""
    from communique.errors import InputError
    from communique.resolve.compare import score, threshold

    limits = {kind: threshold(kind) for kind in KINDS}
    for number, row in enumerate(_rows(path), start=1):
        if number == 1:
            missing = [name for name in COLUMNS if name not in row]
            if missing:
                raise InputError(path, f"no column {', '.join(missing)}", f"expected {', '.join(COLUMNS)}")
            places = [row.index(name) for name in COLUMNS]
            kept = [place for place, name in enumerate(row) if name not in ADDED]
            click.echo("\t".join([*(row[place] for place in kept), *ADDED]))
            continue
        if len(row) <= max(places) or row[places[4]] not in KINDS:
            raise InputError(f"{path}:{number}", f"type is none of {', '.join(KINDS)}, or a cell is missing")
        form_a, lang_a, form_b, lang_b, kind = (row[place] for place in places)
        likely = score(form_a, lang_a, form_b, lang_b, kind)
        row = [row[place] for place in kept if place < len(row)]
        click.echo("\t".join([*row, f"{likely:.4f}", str(int(likely >= limits[kind]))]))


def _rows(path: str) -> Iterator[list[str]]:
    from communique.errors import InputError

    try:
        if path == "-":
            sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
            yield from csv.reader(sys.stdin, delimiter="\t", quoting=csv.QUOTE_NONE)
            return
        with open(path, encoding="utf-8-sig", newline="") as table:
            yield from csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
    except FileNotFoundError:
        raise InputError(path, "no such file") from None
    except UnicodeDecodeError:
        raise InputError(path, "is not UTF-8") from None
