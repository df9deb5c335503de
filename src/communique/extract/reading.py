"""One sentence with everything that the tables say of its tokens, and the mentions found in it so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from communique.extract.gazetteer import Known, find_known
from communique.knowledge import Entry
from communique.lang import Language, Sentence, Token
from communique.lang.dates import find_dates
from communique.lang.patterns import Match
from communique.lang.table import Row

OPENING, CLOSING = '«“„"', '»”"'  # quotation marks around names
_LATIN = 0x36F  # the last letter of Latin and of the accents written with it


@dataclass(slots=True, eq=False)
class Title:
    """A title phrase at tokens [start, end): "the Iranian defence minister", «وزیر نفت جمهوری اسلامی»."""

    start: int
    end: int
    words: tuple[int, ...]  # tokens of the title itself, without body, state and article
    klass: str  # office | role | counterpart | honorific | rank
    rank: str
    former: bool = False
    plural: bool = False
    portfolio: str = ""
    common: str = ""  # category of a body that the phrase only calls by a common word: "the ministry"
    bodies: list[Mention] = field(
        default_factory=list
    )  # organisations or states that the phrase names; several of a plural

    @property
    def body(self) -> Mention | None:
        """The body of a title, where it names just one."""
        return self.bodies[0] if len(self.bodies) == 1 else None


@dataclass(slots=True, eq=False)
class Mention:
    """Tokens [start, end) that denote an actor, a place, or something said of one.

    `start` and `end` take in the titles around a name; `name_start` and `name_end` are the name alone.
    """

    type: str  # person | state | organization | place | title | anaphor
    start: int
    end: int
    name_start: int
    name_end: int
    category: str = ""
    entries: tuple[Entry, ...] = ()
    kind: str = ""  # of a known name: name, demonym, acronym ...; of an unknown one: short, guess, spelled
    titles: list[Title] = field(default_factory=list)
    refers: str = ""  # of an anaphor: see anaphors.tsv
    inside: bool = False  # part of another mention's title: no argument of its own
    alias: tuple[int, int] | None = None  # tokens of an acronym in brackets behind it
    sentence: int = 0
    actor: object = None  # the Actor it denotes, once mentions are grouped


@dataclass(slots=True)
class Reading:
    """A sentence and what is known of each of its tokens."""

    index: int
    sentence: Sentence
    language: Language
    skip: int  # tokens of a dateline at the beginning
    known: dict[int, Known]
    titles: dict[int, Match[Row]]
    bodies: dict[int, Match[Row]]
    portfolios: dict[int, Match[Row]]
    markers: dict[int, Match[Row]]
    dated: frozenset[int]  # tokens of dates
    headline: bool  # most words are capitalised: capitals tell nothing
    lone_capitals: frozenset[str]  # of the article: capitalised words that stand alone within a sentence, folded
    mentions: list[Mention] = field(default_factory=list)

    @property
    def tokens(self) -> list[Token]:
        return self.sentence.tokens

    def word(self, i: int) -> str:
        """The spelling of token i in which the language's word lists are kept."""
        token = self.sentence.tokens[i]
        return token.fold if self.language.folded else token.key

    def marker(self, i: int) -> str:
        """The role of the marker that begins at token i, or an empty string."""
        match = self.markers.get(i)
        return match.row["role"] if match else ""

    def behind(self, i: int, *roles: str) -> int:
        """The first token behind the markers of some roles that begin at token i."""
        while self.marker(i) in roles:
            i = self.markers[i].end
        return i

    def ordinary(self, i: int) -> bool:
        """Whether token i is an ordinary word of the language."""
        return self.word(i) in self.language.words

    def free(self, start: int, end: int) -> bool:
        """Whether no mention holds a token of [start, end)."""
        return all(m.end <= start or m.start >= end for m in self.mentions)


def read_sentence(
    index: int,
    sentence: Sentence,
    language: Language,
    *,
    skip: int,
    lone_capitals: frozenset[str] = frozenset(),
) -> Reading:
    """A reading of one sentence with its look-ups done, and no mentions yet.

    Words of a date are no names: «دوشنبه» is Monday before it is Dushanbe.
    """
    tokens = sentence.tokens
    dated = frozenset(i for d in find_dates(tokens, language, published=None) for i in range(d.start, d.end))
    letters = [t for t in tokens if t.shape in "lCU" and len(t.text) > 3]
    tall = "U" if language.profile.title_first else "CU"  # where titles come last, headlines have words in capitals
    ended = bool(tokens) and tokens[-1].text in ".!?…"
    headline = len(letters) > 4 and sum(t.shape in tall for t in letters) > (0.95 if ended else 0.7) * len(letters)
    return Reading(
        index,
        sentence,
        language,
        skip,
        {k.start: k for k in find_known(tokens, language) if not dated.intersection(range(k.start, k.end))},
        language.titles.everywhere(tokens),
        language.bodies.everywhere(tokens),
        language.portfolios.everywhere(tokens),
        language.markers.everywhere(tokens),
        dated,
        headline,
        lone_capitals,
    )


def lone_capitals(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Capitalised words that stand between small ones somewhere in an article: surnames do, first names seldom."""
    found: set[str] = set()
    for sentence in sentences:
        tokens = sentence.tokens
        for i in range(len(tokens)):
            if (
                tokens[i].shape == "C"
                and len(tokens[i].text) > 2
                and (i == 0 or tokens[i - 1].shape != "C")
                and (i + 1 == len(tokens) or tokens[i + 1].shape not in "CU")
                and not (i and tokens[i - 1].text in ".-'’")
            ):
                found.add(tokens[i].fold)
    return frozenset(found)


def names(mentions: Iterable[Mention], reading: Reading) -> list[str]:
    """The printed names of mentions, for explanations and tests."""
    text = reading.tokens
    return [" ".join(t.text for t in text[m.name_start : m.name_end]) for m in mentions]


def script_changes(before: str, here: str) -> bool:
    """Whether Latin letters end and another script begins between two words: no name is written in both.

    >>> script_changes("NZ", "Фил"), script_changes("Ali", "Çelik")
    (True, False)
    """
    return before.isascii() and before.isalpha() and here[0].isalpha() and ord(here[0]) > _LATIN


def mark_inside(reading: Reading) -> None:
    """Marks mentions within the span of another: they are no arguments of their own."""
    for m in reading.mentions:
        m.inside = m.inside or any(
            o is not m and o.start <= m.start and m.end <= o.end and (o.end - o.start) > (m.end - m.start)
            for o in reading.mentions
        )
