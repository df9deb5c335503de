"""Articles of a few words, taken as far as a stage needs, and written so that a table can say what is expected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from communique.extract import extract
from communique.extract.actors import Cast, group
from communique.extract.article import read_mentions
from communique.extract.layout import Page, lay_out
from communique.extract.offices import take_offices
from communique.extract.reading import Mention, Reading
from communique.extract.triggers import Analysis, analyse
from communique.model import Agreement, Article, Meeting, Record


@dataclass(frozen=True)
class Read:
    """A text with its page, readings and cast."""

    page: Page
    readings: list[Reading]
    company: Cast

    @property
    def first(self) -> Reading:
        return self.readings[0]

    def analyses(self) -> list[Analysis]:
        return [analyse(r) for r in self.readings]

    def names(self, type_: str) -> list[str]:
        """The printed names of all mentions of one type."""
        return [words(r, m.name_start, m.name_end) for r in self.readings for m in r.mentions if m.type == type_]


def words(reading: Reading, start: int, end: int) -> str:
    """Tokens [start, end) as they are printed."""
    tokens = reading.tokens[start:end]
    return "".join((" " if t.spaced and i else "") + t.text for i, t in enumerate(tokens))


def listed(reading: Reading, mentions: list[Mention]) -> list[str]:
    return [words(reading, m.name_start, m.name_end) for m in mentions]


def _read(language: str, text: str) -> Read:
    page = lay_out(Article("test", text, language))
    readings = read_mentions(page)
    company = group(readings)
    take_offices(company, readings)
    return Read(page, readings, company)


def _record(language: str, text: str, published: str | None = "2024-05-15") -> Record:
    return extract(Article("test", text, language, published=published))


@dataclass(frozen=True)
class Told:
    """The facts of a record with names in the place of identifiers."""

    record: Record

    def name(self, id_: str | None) -> str | None:
        return next((e.name for e in self.record.entities if e.id == id_), None)

    def all(self, ids: tuple[str, ...]) -> set[str | None]:
        return {self.name(i) for i in ids}

    def offices(self) -> list[tuple[str | None, str, str | None, bool]]:
        return [(self.name(o.person), o.title, self.name(o.organization), o.former) for o in self.record.offices]

    def meetings(self) -> list[tuple[str, str, set[str | None], str | None, str | None]]:
        return [self._meeting(m) for m in self.record.meetings]

    def _meeting(self, m: Meeting) -> tuple[str, str, set[str | None], str | None, str | None]:
        return m.kind, m.status, self.all(m.participants), self.name(m.place), m.date

    def agreements(self) -> list[tuple[str, str, set[str | None], str | None, str | None]]:
        return [self._agreement(g) for g in self.record.agreements]

    def _agreement(self, g: Agreement) -> tuple[str, str, set[str | None], str | None, str | None]:
        return g.kind, g.status, self.all(g.parties), self.name(g.place), g.date


@pytest.fixture(scope="session")
def read() -> Callable[[str, str], Read]:
    """(language, text) -> its page, readings and cast."""
    return _read


@pytest.fixture(scope="session")
def tell() -> Callable[..., Told]:
    """(language, text, published) -> the record's facts by name; published is 2024-05-15, a Wednesday, by default."""
    return lambda *arguments: Told(_record(*arguments))


@pytest.fixture(scope="session")
def printed() -> Callable[[Reading, list[Mention]], list[str]]:
    """(reading, mentions) -> their printed names."""
    return listed


@pytest.fixture(scope="session")
def stretch() -> Callable[[Reading, int, int], str]:
    """(reading, start, end) -> the tokens as they are printed."""
    return words
