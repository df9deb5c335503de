"""A language: the tables of one folder, read once and checked.

`docs/languages.md` says what each table holds. The engine asks a `Language` for its lexicons and never for its name.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from communique.errors import CommuniqueError, DataError
from communique.lang import text as spelling
from communique.lang.patterns import Lexicon
from communique.lang.table import Row, read_table
from communique.schema import concepts
from communique.schema.categories import categories
from communique.schema.cues import cues
from communique.schema.frames import frames
from communique.schema.ranks import ranks

TITLE_CLASSES = frozenset({"office", "prefix", "former", "honorific", "rank", "role", "counterpart"})
TITLE_RANKS = frozenset(ranks())
BODY_CATEGORIES = frozenset(categories())
MARKER_ROLES = frozenset(
    {
        "becomes",
        "held",
        "with",
        "between",
        "by",
        "to",
        "at",
        "from",
        "of",
        "object",
        "and",
        "det",
        "clause",
        "relative",
        "not",
        "about",
        "host",
        "behalf",
        "after",
        "before",
        "during",
        "possessive",
        "presence",
        "also",
        "lead",
    }
)
ANAPHORS = frozenset(
    {"sides", "states", "leaders", "ministers", "persons", "this-state", "that-state", "here", "same-day"}
)
SOURCES = frozenset({"follows", "precedes", "dateline", "cites"})
LINES = frozenset({"teaser", "byline", "photo", "tail", "post"})


@dataclass(frozen=True, slots=True)
class Profile:
    """What `language.toml` says: its own name, direction, and facts about its writing."""

    name: str
    direction: str  # ltr | rtl
    capitals: bool  # names begin with capitals
    verb_last: bool  # the verb closes its clause
    title_first: bool  # a title's portfolio and state follow it ("ministre de la Défense"), not precede it
    abbreviations: frozenset[str]
    bare_genitive: bool  # a name right behind a noun is its genitive ("vizita președintelui", «دیدار رئیسی»)
    particles: frozenset[str]  # small words inside names: de, bin, van
    adjectives: tuple[str, ...]  # endings of the adjectives that names of bodies open with: "Полоцкий", "Псковской"
    plurals: tuple[str, ...]  # endings by which the plural of a title is known


class Language:
    """The lexicons of one language. `folded` lexicons serve texts written without accents."""

    def __init__(self, code: str, *, folded: bool) -> None:
        self.code = code
        self.folded = folded
        self._folder = files("communique.lang") / code
        self.profile = _profile(self._folder, code)

    @cached_property
    def titles(self) -> Lexicon[Row]:
        return self._lexicon("titles", ("class", "rank"), {"class": TITLE_CLASSES, "rank": TITLE_RANKS})

    @cached_property
    def portfolios(self) -> Lexicon[Row]:
        return self._lexicon("portfolios", ("portfolio",))

    @cached_property
    def bodies(self) -> Lexicon[Row]:
        return self._lexicon("bodies", ("category",), {"category": BODY_CATEGORIES})

    @cached_property
    def markers(self) -> Lexicon[Row]:
        return self._lexicon("markers", ("role",), {"role": MARKER_ROLES})

    @cached_property
    def instruments(self) -> Lexicon[Row]:
        return self._lexicon("instruments", ("kind",), {"kind": frozenset(concepts("agreement-kind"))})

    @cached_property
    def triggers(self) -> Lexicon[Row]:
        kinds = {""} | set(concepts("meeting-kind")) | set(concepts("agreement-kind"))
        statuses = {""} | set(concepts("meeting-status")) | set(concepts("agreement-status"))
        return self._lexicon(
            "triggers",
            ("pos", "frame", "kind", "status"),
            {
                "pos": frozenset({"verb", "noun", "passive"}),
                "frame": frozenset(frames()),
                "kind": frozenset(kinds),
                "status": frozenset(statuses),
            },
        )

    @cached_property
    def cues(self) -> Lexicon[Row]:
        return self._lexicon("cues", ("cue",), {"cue": cues().names})

    @cached_property
    def subjects(self) -> Lexicon[Row]:
        return self._lexicon("subjects", ("subject",), {"subject": frozenset(concepts("subject"))})

    @cached_property
    def anaphors(self) -> Lexicon[Row]:
        return self._lexicon("anaphors", ("refers",), {"refers": ANAPHORS})

    @cached_property
    def sources(self) -> Lexicon[Row]:
        return self._lexicon("sources", ("source",), {"source": SOURCES})

    @cached_property
    def lines(self) -> Lexicon[Row]:
        return self._lexicon("lines", ("line",), {"line": LINES})

    @cached_property
    def numbers(self) -> Lexicon[Row]:
        return self._lexicon("numbers", ("value",))

    @cached_property
    def inflections(self) -> dict[str, tuple[str, ...]]:
        """Ending of a name -> endings of its other forms, in the file's order."""
        forms: dict[str, list[str]] = {}
        for row in self._rows("inflections", ("ending", "form")):
            forms.setdefault(row["ending"].removeprefix("-"), []).append(row["form"].removeprefix("-"))
        return {ending: tuple(others) for ending, others in forms.items()}

    @cached_property
    def words(self) -> frozenset[str]:
        """Ordinary words of the language: never a name by themselves."""
        return self._word_list("words.txt")

    @cached_property
    def given_names(self) -> frozenset[str]:
        return self._word_list("given.txt")

    @cached_property
    def dates(self) -> dict[str, Any]:
        """The tables of `dates.toml`; `lang.dates` says what they hold."""
        return tomllib.loads((self._folder / "dates.toml").read_text(encoding="utf-8"))

    def _rows(self, table: str, columns: tuple[str, ...], values: dict[str, frozenset[str]] | None = None) -> list[Row]:
        path = self._folder / f"{table}.tsv"
        name = f"lang/{self.code}/{table}.tsv"
        if not path.is_file():
            raise DataError(name, 0, "the file is missing")
        return list(read_table(path, name, columns, values))

    def _lexicon(
        self, table: str, columns: tuple[str, ...], values: dict[str, frozenset[str]] | None = None
    ) -> Lexicon[Row]:
        lexicon: Lexicon[Row] = Lexicon((), folded=self.folded)
        for row in self._rows(table, ("form", *columns), values):
            try:
                lexicon.add(row["form"], row)
            except ValueError as error:
                raise DataError(row.file, row.line, str(error)) from None
        return lexicon

    def _word_list(self, file: str) -> frozenset[str]:
        spell = spelling.fold if self.folded else spelling.key
        lines = (self._folder / file).read_text(encoding="utf-8").split("\n")
        return frozenset(spell(line) for line in lines if line and not line.startswith("# "))


def _profile(folder: Traversable, code: str) -> Profile:
    path = folder / "language.toml"
    if not path.is_file():
        raise CommuniqueError(f"language {code!r} is not one of {', '.join(languages())}")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    try:
        return Profile(
            name=data["name"],
            direction=data["direction"],
            capitals=data["capitals"],
            verb_last=data["verb_last"],
            title_first=data["title_first"],
            bare_genitive=data["bare_genitive"],
            abbreviations=frozenset(spelling.key(a) for a in data["abbreviations"]),
            particles=frozenset(spelling.key(p) for p in data["particles"]),
            adjectives=tuple(spelling.key(a) for a in data.get("adjectives", [])),
            plurals=tuple(spelling.key(p) for p in data["plurals"]),
        )
    except KeyError as missing:
        raise DataError(f"lang/{code}/language.toml", 0, f"{missing} is missing") from None


@cache
def languages() -> tuple[str, ...]:
    """Codes of all languages that can be read: the folders beside this module that have a `language.toml`."""
    folder = files("communique.lang")
    return tuple(sorted(p.name for p in folder.iterdir() if p.is_dir() and (p / "language.toml").is_file()))


@cache
def load(code: str, *, folded: bool = False) -> Language:
    """The language of a code. Raises CommuniqueError where there is no such language."""
    return Language(code, folded=folded)
