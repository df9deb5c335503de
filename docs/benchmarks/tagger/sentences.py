"""Sentences made from patterns of our own (`patterns.toml`) and the package's lists of names, titles and bodies.

Surnames and companies are coined (a known name's beginning with a common ending), so that the tagger learns from what
stands around a name and cannot learn the names themselves.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from corpora import LOCATION, ORGANISATION, PERSON, Labelled, Stretch

from communique import knowledge
from communique.extract.gazetteer import inflect
from communique.lang import load

_PATTERNS = Path(__file__).with_name("patterns.toml")
_PART = re.compile(r"\[(PER|ORG|LOC)\||\{(\w+)\}|\]")
_BENT = 0.4  # how many of the names stand in another case, in languages that inflect them


def generate(code: str, count: int, seed: int = 7) -> list[Labelled]:
    """So many sentences of a language; the same ones for the same seed."""
    patterns: dict[str, Any] = tomllib.loads(_PATTERNS.read_text(encoding="utf-8"))[code]
    chance = random.Random(seed)
    fill = _fillers(code, tuple(patterns["endings"]), chance)
    return [_fill(patterns["sentences"][i % len(patterns["sentences"])], fill, f"{code}:{i}") for i in range(count)]


def _fill(pattern: str, fill: dict[str, tuple[str, Callable[[], str]]], document: str) -> Labelled:
    """A pattern with its slots filled: labels are those of the slots and of the brackets."""
    text, at, names, opened = "", 0, [], [(0, "")]
    for part in _PART.finditer(pattern):
        text += pattern[at : part.start()]
        at = part.end()
        if part[1]:
            opened.append((len(text), part[1]))
        elif part[2]:
            label, choose = fill[part[2]]
            start, text = len(text), text + choose()
            if label:
                names.append(Stretch(start, len(text), label))
        else:
            start, label = opened.pop()
            names.append(Stretch(start, len(text), label))
    text += pattern[at:]
    return Labelled(text[:1].upper() + text[1:], tuple(names), document)


def _fillers(code: str, endings: tuple[str, ...], chance: random.Random) -> dict[str, tuple[str, Callable[[], str]]]:
    """What fills each slot, and its label."""
    given, known, language = _lines(code, "given.txt"), _known(code), load(code)
    titles, honorifics = _titles(code, "office"), _titles(code, "honorific")

    def bent(name: str) -> str:
        forms = list(inflect(name, language.inflections)) if chance.random() < _BENT else []
        return chance.choice(forms) if forms else name

    def coined() -> str:
        stem = chance.choice(given)[: chance.randint(3, 6)]
        return stem.rstrip("-' ") + chance.choice(endings)

    def surname() -> str:
        one = bent(coined() if chance.random() < 0.8 else chance.choice(given))
        return f"{one}-{coined()}" if chance.random() < 0.04 and language.profile.capitals else one

    def person() -> str:
        first = chance.choice(given) if chance.random() < 0.85 else coined()
        middle = f" {chance.choice(given)}" if chance.random() < 0.15 else ""
        return f"{bent(first)}{middle} {surname()}"

    return {
        "person": (PERSON, person),
        "surname": (PERSON, surname),
        "org": (ORGANISATION, lambda: chance.choice(known["organization"])),
        "agency": (ORGANISATION, lambda: chance.choice(known["agency"])),
        "state": (LOCATION, lambda: bent(chance.choice(known["state"]))),
        "city": (LOCATION, lambda: bent(chance.choice(known["place"]))),
        "title": ("", lambda: chance.choice(titles)),
        "honorific": ("", lambda: chance.choice(honorifics)),
        "demonym": ("", lambda: chance.choice(known["demonym"])),
        "number": ("", lambda: str(chance.randint(2, 90))),
        "given": ("", lambda: chance.choice(given)),
        "coined": ("", coined),
    }


def _lines(code: str, file: str) -> list[str]:
    text = (files("communique.lang") / code / file).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


@cache
def _titles(code: str, wanted: str) -> list[str]:
    """Titles of a class as they are printed, one of each row's alternatives."""
    rows = [line.split("\t") for line in _lines(code, "titles.tsv")[1:]]
    return [" ".join(w.split("|")[0] for w in row[0].split() if w[-1] != "?") for row in rows if row[1] == wanted]


@cache
def _known(code: str) -> dict[str, list[str]]:
    """Names of the shipped knowledge by type, with agencies and demonyms apart."""
    found: dict[str, list[str]] = {k: [] for k in ("organization", "agency", "state", "place", "person", "demonym")}
    for row in knowledge.names(code):
        entry = knowledge.entries()[row.id]
        kind = "agency" if entry.category == "agency" else entry.type
        found["demonym" if row.kind == "demonym" else kind].append(row.form)
    return found
