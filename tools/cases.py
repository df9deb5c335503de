"""Sentences with what must be found in them: which cases fail, and the share that pass in each language.

    python tools/cases.py [CODE...]            the failing cases of the languages, each with its reasons
    python tools/cases.py --update             the shares become the floors of tests/lang/floors.json

`docs/languages.md` says how a case is written. A share may rise and not silently fall: the tests compare it
with its floor. A language folder without a floor counts as 0.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from communique.extract import extract
from communique.knowledge import names
from communique.lang.text import fold
from communique.model import Agreement, Article, Entity, Meeting, Record

FOLDER = Path(__file__).resolve().parents[1] / "tests/lang"
FLOORS = FOLDER / "floors.json"
TYPES = {"persons": "person", "states": "state", "organizations": "organization", "places": "place"}
ROLES = ("participants", "parties", "signatories")


@dataclass(frozen=True)
class Case:
    """A text in one language, and what must be found in it."""

    id: str
    language: str
    text: str
    published: str | None
    expect: dict[str, Any]


def languages() -> list[str]:
    """Codes of the languages that have cases, sorted."""
    return sorted(path.parent.name for path in FOLDER.glob("*/cases.jsonl"))


def cases(language: str) -> list[Case]:
    """The cases of a language, in the order of the file."""
    lines = (FOLDER / language / "cases.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return [Case(row["id"], language, row["text"], row.get("published"), row["expect"]) for row in rows]


def failures(case: Case) -> list[str]:
    """What of a case is not found, or found and not wanted, a sentence each; nothing where it passes."""
    record = extract(Article(case.id, case.text, case.language, published=case.published))
    return list(_failures(case.expect, record))


def shares() -> dict[str, float]:
    """Language -> share of its cases that pass, rounded down to three digits."""
    return {code: _share([not failures(case) for case in cases(code)]) for code in languages()}


def floors() -> dict[str, float]:
    """Language -> the share that is pinned."""
    pinned: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return pinned


def _share(passed: Sequence[bool]) -> float:
    return sum(passed) * 1000 // max(len(passed), 1) / 1000


def _failures(expect: dict[str, Any], record: Record) -> Iterator[str]:
    for field, type_ in TYPES.items():
        entities = [entity for entity in record.entities if entity.type == type_]
        for name in expect.get(field, []):
            wanted = not name.startswith("-")
            if any(_is(name.removeprefix("-"), entity, record) for entity in entities) != wanted:
                yield f"{field}: {name!r} is {'not among' if wanted else 'among'} {_named(record, type_)}"
    for person, title, body in expect.get("offices", []):
        if not any(_holds(office, person, title, body, record) for office in record.offices):
            yield f"offices: no {title!r} of {person!r} at {body!r} among {_offices(record)}"
    for field, events in (("meetings", record.meetings), ("agreements", record.agreements)):
        if field in expect:
            yield from _events(field, expect[field], events, record)


def _events(
    field: str, expected: list[dict[str, Any]], events: Sequence[Meeting | Agreement], record: Record
) -> Iterator[str]:
    """Each expected event needs one of its own in the record; an empty list wants none."""
    shown = [_shown(event, record) for event in events]
    if not expected and events:
        yield f"{field}: expected none, got {shown}"
    free = list(events)
    for one in expected:
        found = next((event for event in free if _fits(one, event, record)), None)
        if found is None:
            yield f"{field}: no {one} among {shown}"
        else:
            free.remove(found)


def _fits(expected: dict[str, Any], event: Meeting | Agreement, record: Record) -> bool:
    """Whether every field that is given is that of the event; of the rest nothing is said."""
    for field, value in expected.items():
        got = getattr(event, field)
        if field in ROLES:
            same = len(got) == len(value) and all(_among(name, got, record) for name in value)
        elif field == "place":
            same = (got is None) == (value is None) and (value is None or _among(value, (got,), record))
        elif field == "subjects":
            same = set(got) == set(value)
        else:
            same = got == value
        if not same:
            return False
    return True


def _among(name: str, ids: Iterable[str], record: Record) -> bool:
    wanted = set(ids)
    return any(_is(name, entity, record) for entity in record.entities if entity.id in wanted)


def _is(name: str, entity: Entity, record: Record) -> bool:
    """Whether an entity goes by a name: in the text, or as a form that the tables know of the same actor."""
    wanted = fold(name)
    if wanted in {fold(entity.name), *(fold(mention.text) for mention in entity.mentions)}:
        return True
    return entity.wikidata is not None and entity.wikidata in known(record.language).get(wanted, ())


@cache
def known(language: str) -> dict[str, frozenset[str]]:
    """Folded form -> ids of the entries that go by it."""
    forms: dict[str, set[str]] = {}
    for row in names(language):
        forms.setdefault(fold(row.form), set()).add(row.id)
    return {form: frozenset(ids) for form, ids in forms.items()}


def _holds(office: Any, person: str, title: str, body: str, record: Record) -> bool:
    words = set(fold(office.title).split())
    return (
        set(fold(title).split()) <= words
        and _among(person, (office.person,), record)
        and _among(body, (office.organization,), record)
    )


def _named(record: Record, type_: str) -> list[str]:
    return [entity.name for entity in record.entities if entity.type == type_]


def _offices(record: Record) -> list[tuple[str, str, str]]:
    name = {entity.id: entity.name for entity in record.entities}
    return [(name[office.person], office.title, name[office.organization]) for office in record.offices]


def _shown(event: Meeting | Agreement, record: Record) -> dict[str, Any]:
    """An event with names for identifiers, without its evidence."""
    name = {entity.id: entity.name for entity in record.entities}
    fields = ("kind", "status", *ROLES, "subjects", "count", "place", "date")
    pairs = ((field, getattr(event, field, None)) for field in fields)
    shown = {field: value for field, value in pairs if value}
    for field in set(shown) & set(ROLES):
        shown[field] = [name[each] for each in shown[field]]
    if "place" in shown:
        shown["place"] = name[shown["place"]]
    return shown


def main() -> None:
    """Prints the failing cases and the shares; with --update, writes the shares as floors and what they were."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("codes", nargs="*", metavar="CODE", help="languages; all where none is given")
    parser.add_argument("--update", action="store_true", help="pin the shares in tests/lang/floors.json")
    options = parser.parse_args()
    if options.update:
        before, now = floors(), shares()
        FLOORS.write_text(json.dumps(now, indent=2) + "\n", encoding="utf-8")
        print(*(f"{code}: {before.get(code, 0):.3f} -> {share:.3f}" for code, share in now.items()), sep="\n")
        return
    for code in options.codes or languages():
        outcomes = []
        for case in cases(code):
            outcomes.append(not (reasons := failures(case)))
            if reasons:
                print(f"{case.id}: {case.text}", *reasons, sep="\n    ")
        print(f"{code}: {sum(outcomes)} of {len(outcomes)} pass ({_share(outcomes):.3f})\n")


if __name__ == "__main__":
    main()
