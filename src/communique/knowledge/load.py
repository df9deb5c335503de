"""Entries and names, read once and checked: `entries()` and `names(language)`.

| file | written by | holds |
|---|---|---|
| `entries.tsv` | hand | states, capitals, organisations, venues, people |
| `cities.tsv` | `build.py` | cities of the world |
| `regions.tsv` | `build.py` | subdivisions of states |
| `names/LANG.tsv` | hand | names of all of these |
| `names_states/LANG.tsv` | `build.py` | names of states, from the Unicode locale data |
| `names_cities/LANG.tsv` | `build.py` | names of cities |
| `names_regions/LANG.tsv` | `build.py` | names of subdivisions, from the Unicode locale data |
| `demonyms/LANG.tsv`, `demonyms/paradigms.toml` | hand | adjectives of states, with their patterns |

A language that has no file has no names, which is no error: names of other languages still hold there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from communique.errors import DataError
from communique.knowledge.inflect import demonyms
from communique.knowledge.model import CATEGORIES, KINDS, TYPES, Entry, NameRow
from communique.knowledge.tables import table

ENTRY_FILES = ("entries.tsv", "cities.tsv", "regions.tsv")
NAME_FOLDERS = ("names", "names_states", "names_cities", "names_regions")
ENTRY_COLUMNS = ("id", "type", "category", "of", "wikidata", "label", "note")
NAME_COLUMNS = ("id", "kind", "form", "note")

_ID = re.compile(r"Q[1-9]\d*|x-[a-z0-9]+(?:-[a-z0-9]+)*")
_QID = re.compile(r"Q[1-9]\d*")


@cache
def entries() -> dict[str, Entry]:
    """Id -> entry of everything known, in the order of the files.

    Raises DataError for an id that is no QID or slug or comes twice, a type or category that is none, and an
    `of` that names nothing.

    >>> entries()["Q794"].label
    'Iran'
    """
    found: dict[str, Entry] = {}
    places: dict[str, tuple[str, int]] = {}
    for name in ENTRY_FILES:
        for line, cells in table(name, ENTRY_COLUMNS):
            entry = _entry(f"knowledge/{name}", line, cells)
            if entry.id in found:
                raise DataError(f"knowledge/{name}", line, f"id {entry.id} comes twice")
            found[entry.id], places[entry.id] = entry, (f"knowledge/{name}", line)
    for entry in found.values():
        if entry.of is not None and entry.of not in found:
            raise DataError(*places[entry.id], f"of {entry.of!r} is no entry")
    return found


def _entry(file: str, line: int, cells: list[str]) -> Entry:
    """The entry of one row. Raises DataError where a cell breaks its rule."""
    identifier, kind, category, of, wikidata, label, _ = cells
    if not _ID.fullmatch(identifier):
        raise DataError(file, line, f"id {identifier!r} is neither a QID nor x-slug")
    if kind not in TYPES:
        raise DataError(file, line, f"type {kind!r} is none of {', '.join(TYPES)}")
    if category not in CATEGORIES:
        raise DataError(file, line, f"category {category!r} is none of {', '.join(CATEGORIES)}")
    if wikidata and not _QID.fullmatch(wikidata):
        raise DataError(file, line, f"wikidata {wikidata!r} is no QID")
    if not label:
        raise DataError(file, line, "no label")
    return Entry(identifier, kind, category, of or None, wikidata or None, label)


@cache
def names(language: str) -> tuple[NameRow, ...]:
    """Every form of one language, each (id, kind, form) once: hand-written ones first, then generated ones.

    Raises DataError for an id that is no entry, an unknown kind, an empty form, and a form that one file has
    twice.

    >>> NameRow("Q794", "en", "demonym", "Iranian") in names("en")
    True
    >>> names("tlh")
    ()
    """
    found: dict[tuple[str, str, str], NameRow] = {}
    for row in _written(language):
        found.setdefault((row.id, row.kind, row.form), row)
    for identifier, form in demonyms(language, entries()):
        found.setdefault((identifier, "demonym", form), NameRow(identifier, language, "demonym", form))
    return tuple(found.values())


def _written(language: str) -> Iterator[NameRow]:
    """Rows of the name tables of one language, checked."""
    known = entries()
    for folder in NAME_FOLDERS:
        file, seen = f"{folder}/{language}.tsv", set()
        for line, (identifier, kind, form, _) in table(file, NAME_COLUMNS):
            key = (identifier, kind, form)
            if problem := _problem(key, identifier in known, key in seen):
                raise DataError(f"knowledge/{file}", line, problem)
            seen.add(key)
            yield NameRow(identifier, language, kind, form)


def _problem(key: tuple[str, str, str], known: bool, twice: bool) -> str:
    """What is wrong with one name row, or nothing."""
    identifier, kind, form = key
    if not known:
        return f"id {identifier!r} is no entry"
    if kind not in KINDS:
        return f"kind {kind!r} is none of {', '.join(KINDS)}"
    if not form or form != form.strip():
        return f"form {form!r} is empty or has white space around it"
    if twice:
        return f"{kind} {form!r} of {identifier} comes twice"
    return ""
