"""What the package knows of an actor before it has read anything: an entry, and the names it goes by.

An entry is one actor or place ("Q794", a state, Iran); a name row is one form that texts of one language use
for it ("Iran", "Islamic Republic of Iran", "Iranian"). The two are apart, because one entry has dozens of
forms and a form can belong to several entries: "Georgia" is a state and a region, «عمان» a state and a
capital. Which is meant is for the reader of the text to say.

Forms are written as an editor would write them: Unicode NFC, straight apostrophes, Persian letters and
zero-width non-joiners for Persian, Romanian letters with comma below. Whoever matches them against text folds
both sides alike.
"""

from __future__ import annotations

from dataclasses import dataclass

TYPES = ("person", "state", "organization", "place")

CATEGORIES = (
    "agency",  # a news agency
    "army",  # armed or security forces of a state
    "bank",  # a bank or fund, central banks included
    "capital",
    "city",
    "company",
    "court",
    "igo",  # an international organisation or grouping of states
    "leader",  # a head of state or government, a minister, the head of an organisation
    "ministry",  # a ministry or department of a government
    "movement",  # an armed or political movement
    "ngo",  # a non-governmental organisation
    "office",  # a seat that stands for a power: Kremlin, White House
    "outlet",  # a newspaper, broadcaster or news site
    "parliament",
    "party",
    "region",  # part of a state, a dependent territory, or an area of several states
    "state",
    "venue",  # a palace, hall or resort where people meet
)

KINDS = (
    "name",  # the usual name
    "official",  # the full name in treaties
    "short",  # a shorter or journalistic form
    "historical",  # an older name that texts still use
    "acronym",
    "demonym",  # adjective or inhabitant: "Iranian", «ایرانی»
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One actor or place that is known in advance."""

    id: str  # a QID, or x-slug where none is certain
    type: str  # one of TYPES
    category: str  # one of CATEGORIES
    of: str | None  # id of the state it belongs to: capital -> its state, agency -> its state
    wikidata: str | None
    label: str  # English


@dataclass(frozen=True, slots=True)
class NameRow:
    """One form that texts of one language use for an entry."""

    id: str  # an Entry.id
    language: str  # BCP 47
    kind: str  # one of KINDS
    form: str
