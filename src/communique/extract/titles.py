"""Title phrases: an office with its portfolio, its body or state, and what tells a former or a counterpart's office.

    the then- Iranian deputy foreign minister for economic affairs
    ministre iranien de la Défense            وزیر راه و شهرسازی جمهوری اسلامی ایران

The head (`titles.tsv`) is found first; portfolios, demonyms, states and organisations beside it are taken in as
far as the
language's order allows.
"""

from __future__ import annotations

from communique.extract.reading import Mention, Reading, Title
from communique.lang.patterns import Match
from communique.lang.table import Row

_OFFICES = frozenset({"office", "role", "counterpart"})
_OF_STATES = frozenset({"head", "premier", "monarch", "minister", "deputy", "spokesman"})
_OF_BODIES = frozenset({"chief", "spokesman", "secretary", "official", "deputy", "leader", "head"})
_WITH_PORTFOLIO = frozenset({"minister", "deputy", "secretary", "official", "envoy", "chief", "legislator"})
_REACH = 14


def find_titles(reading: Reading) -> list[Title]:
    """The title phrases of a sentence, left to right. Bodies and states in them become `inside` mentions."""
    found: list[Title] = []
    i = reading.skip
    while i < len(reading.tokens):
        match = reading.titles.get(i)
        if match is None or match.row["class"] in ("prefix", "former") or not reading.free(i, i + 1):
            i += 1
            continue
        title = _phrase(reading, i, floor=found[-1].end if found else reading.skip)
        found.append(title)
        i = max(title.end, i + 1)
    return found


def _phrase(reading: Reading, i: int, *, floor: int) -> Title:
    match = _whole(reading, i)
    title = Title(
        i,
        match.end,
        tuple(range(i, match.end)),
        match.row["class"],
        match.row["rank"],
        plural=_is_plural(reading, i, match.end),
    )
    if title.klass in _OFFICES:
        _take_right(reading, title)
        _take_left(reading, title, floor)
    for body in title.bodies:
        body.inside = True
    return title


def _whole(reading: Reading, i: int) -> Match[Row]:
    """The longest title at token i that does not cut into a name: in "president of the Republic of X" the office is
    president.
    """
    longest = reading.titles[i]
    inner = [m.start for m in reading.mentions if i < m.start < longest.end < m.end]
    if not inner:
        return longest
    fitting = [m for m in reading.language.titles.at(reading.tokens, i) if m.end <= inner[0]]
    return max(fitting, key=lambda m: m.end, default=longest)


def _is_plural(reading: Reading, start: int, end: int) -> bool:
    """Whether the head of a title is a plural, by its ending."""
    return any(reading.tokens[i].key.endswith(reading.language.profile.plurals) for i in range(start, end))


def _take_right(reading: Reading, title: Title) -> None:
    """What follows the head: demonyms, `of` a portfolio, a nested title, `of` a body or state."""
    i, limit = title.end, min(len(reading.tokens), title.end + _REACH)
    words = list(title.words)
    passed = False  # an `of` has been passed since the last piece
    while i < limit:
        mention = _mention_at(reading, i)
        if mention and _is_portfolio(reading, title, i, mention):
            mention = None
        if mention and title.rank == "governor" and mention.type == "place" and passed and not title.bodies:
            mention.type, mention.entries = "organization", ()  # a city's government
        if (
            mention
            and (mention.type in ("state", "organization") or mention.category == "region")
            and not title.bodies
            and (mention.kind == "demonym" or passed or mention.category != "newsagency")
        ):
            if not passed and mention.kind != "demonym" and not reading.language.profile.title_first:
                break
            title.bodies.append(mention)
            i = title.end = mention.end
            passed = False
        elif mention and mention.type == "state" and title.bodies and not (title.plural and passed):
            break
        elif mention and mention.type == "state" and title.bodies and title.plural:
            title.bodies.append(mention)
            i = title.end = mention.end
            passed = False
        elif (
            title.rank == "envoy"
            and title.bodies
            and reading.marker(i) in ("at", "to")
            and (seat := _mention_at(reading, reading.markers[i].end))
            and seat.type in ("state", "place")
        ):
            seat.inside = True
            i = title.end = seat.end
        elif (
            title.plural
            and title.bodies
            and reading.tokens[i].text in ",،"
            and (later := _mention_at(reading, i + 1))
            and later.type == "state"
            and title.bodies[-1].type == "state"
        ) or (
            title.plural
            and title.bodies
            and reading.marker(i) == "and"
            and (later := _mention_at(reading, _behind_markers(reading, i)))
            and later.type in ("state", "organization")
        ):
            title.bodies.append(later)
            i = title.end = later.end
        elif i in reading.portfolios and (passed or reading.portfolios[i].end > i):
            piece = reading.portfolios[i]
            title.portfolio = title.portfolio or piece.row["portfolio"]
            words += range(i, piece.end)
            i = title.end = piece.end
            passed = False
        elif (
            i in reading.titles
            and reading.titles[i].row["class"] == "office"
            and (title.rank in ("deputy", "spokesman", "envoy", "chief", "official", "secretary") or not passed)
            and _nests(reading, title, i, passed)
        ):
            words += range(i, reading.titles[i].end)
            i = title.end = reading.titles[i].end
            passed = False
        elif (
            passed
            and not title.bodies
            and (title.portfolio or title.rank in _OF_BODIES or title.rank == "governor")
            and (unknown := _unknown_body(reading, i))
        ):
            reading.mentions.append(unknown)
            title.bodies.append(unknown)
            i = title.end = unknown.end
            passed = False
        elif (
            reading.marker(i) in ("at", "to")
            and title.rank in _WITH_PORTFOLIO
            and _behind_all(reading, i) in reading.portfolios
        ):
            i = _behind_all(reading, i)
            passed = True
        elif reading.marker(i) in ("of", "det", "about"):
            i = reading.markers[i].end
            passed = True
        elif reading.marker(i) == "and" and title.portfolio and reading.markers[i].end in reading.portfolios:
            words += range(i, reading.markers[i].end)
            i = reading.markers[i].end
        elif (
            reading.tokens[i].text == "," and title.portfolio and _behind_all(reading, i + 1) in reading.portfolios
        ):
            i = _behind_all(reading, i + 1)
            passed = True
        elif (
            reading.marker(i) in ("at", "from")
            and not title.bodies
            and (title.portfolio or title.rank in _OF_STATES)
            and (later := _mention_at(reading, reading.markers[i].end))
            and (later.type == "state" or later.category == "capital")
        ):
            title.bodies.append(later)
            i = title.end = later.end
        else:
            break
    title.words = tuple(words)


def _is_portfolio(reading: Reading, title: Title, i: int, mention: Mention) -> bool:
    """Whether a name is rather one of the portfolios that a minister's title lists ("et de la Francophonie")."""
    return (
        bool(title.portfolio)
        and i in reading.portfolios
        and reading.portfolios[i].end >= mention.end
        and mention.type == "organization"
    )


def _behind_all(reading: Reading, i: int) -> int:
    """The first token behind the prepositions and articles that begin at token i."""
    while i < len(reading.tokens) and reading.marker(i) in ("of", "det", "about", "at", "to"):
        i = reading.markers[i].end
    return i


def _behind_markers(reading: Reading, i: int) -> int:
    """The first token behind *and* and the prepositions and articles that follow it ("et du Rwanda")."""
    i = reading.markers[i].end
    while reading.marker(i) in ("of", "det"):
        i = reading.markers[i].end
    return i


def _unknown_body(reading: Reading, i: int) -> Mention | None:
    """A capitalised name behind "director of", that nothing else explains, is a body."""
    if not reading.language.profile.capitals or reading.headline:
        return None
    end = i
    while (
        end < len(reading.tokens)
        and end - i < 5
        and (reading.tokens[end].shape in "CU" or (end > i and _is_hyphen(reading, end)))
        and end not in reading.titles
        and reading.free(end, end + 1)
        and not reading.ordinary(end)
    ):
        end += 1
    return Mention("organization", i, end, i, end) if end > i else None


def _is_hyphen(reading: Reading, i: int) -> bool:
    """Whether token i joins two capitalised words into one name: Nord-Kivu."""
    tokens = reading.tokens
    return (
        tokens[i].text in "-–"
        and not tokens[i].spaced
        and i + 1 < len(tokens)
        and not tokens[i + 1].spaced
        and tokens[i + 1].shape in "CU"
        and reading.free(i, i + 2)
    )


def _nests(reading: Reading, title: Title, i: int, passed: bool) -> bool:
    """Whether the title at i belongs to this one: "deputy of the foreign minister", «معاون وزیر»."""
    nested = reading.titles[i].row["rank"]
    return (title.rank == "deputy" and nested in ("minister", "premier", "head", "secretary", "chief", "speaker")) or (
        title.rank in ("spokesman", "official", "envoy", "chief", "secretary")
        and passed
        and nested in ("minister", "premier", "head", "secretary", "monarch", "governor", "speaker")
    )


def _take_left(reading: Reading, title: Title, floor: int) -> None:
    """What precedes the head: `former`, prefixes; and, where titles come last, portfolios, demonyms, bodies."""
    i = title.start
    words = list(title.words)
    while i > floor:
        left = i - 1
        before = reading.titles.get(left) or _title_ending(reading, i)
        mention = _mention_ending(reading, i)
        if before and before.row["class"] in ("former", "prefix"):
            title.former = title.former or before.row["class"] == "former"
            if before.row["class"] == "prefix":
                words = [*range(before.start, before.end), *words]
            i = before.start
        elif reading.tokens[left].text == "-" and not reading.tokens[left].spaced and left > floor:
            i = left
        elif mention and mention.kind == "demonym" and mention.end == i and not title.bodies:
            title.bodies.append(mention)  # "иранский президент"
            i = mention.start
        elif reading.language.profile.title_first:
            break
        elif (
            mention and (mention.type in ("state", "organization") or mention.category == "region") and not title.bodies
        ):
            title.bodies.append(mention)
            i = mention.start
        elif (piece := _portfolio_ending(reading, i)) and title.rank in (
            "minister",
            "deputy",
            "official",
            "secretary",
            "envoy",
            "chief",
            "legislator",
        ):
            title.portfolio = title.portfolio or piece.row["portfolio"]
            words = [*range(piece.start, piece.end), *words]
            i = piece.start
        elif reading.marker(left) == "and" and _portfolio_ending(reading, left) and title.portfolio:
            words = [left, *words]
            i = left
        elif reading.marker(left) == "possessive":
            i = left
        else:
            possessive = left >= 1 and reading.marker(left - 1) == "possessive"
            if possessive and reading.markers[left - 1].end == i:
                i = left - 1
                continue
            break
    while i < title.start and not _part(reading, title, i, words):
        i += 1
    title.start = i
    title.words = tuple(words)


def _part(reading: Reading, title: Title, i: int, words: list[int]) -> bool:
    former = reading.titles.get(i)
    return (
        i in words
        or any(b.start <= i < b.end for b in title.bodies)
        or bool(former and former.row["class"] == "former")
    )


def _mention_at(reading: Reading, i: int) -> Mention | None:
    return next((m for m in reading.mentions if m.start == i and not m.inside), None)


def _mention_ending(reading: Reading, i: int) -> Mention | None:
    for m in reading.mentions:
        if not m.inside and (
            m.end == i or (m.end < i and reading.marker(m.end) == "possessive" and reading.markers[m.end].end == i)
        ):
            return m
    return None


def _title_ending(reading: Reading, i: int) -> Match[Row] | None:
    return next((t for t in reading.titles.values() if t.end == i), None)


def _portfolio_ending(reading: Reading, i: int) -> Match[Row] | None:
    return next((p for p in reading.portfolios.values() if p.end == i), None)
