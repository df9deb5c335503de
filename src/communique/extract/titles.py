"""Title phrases: an office with its portfolio, its body or state, and what tells a former or a counterpart's office.

    the then- Iranian deputy foreign minister for economic affairs
    ministre iranien de la Défense            وزیر راه و شهرسازی جمهوری اسلامی ایران

The head (`titles.tsv`) is found first; portfolios, demonyms, states and organisations beside it are taken in as far
as the language's order allows: behind it by the steps of `complements`, then before it.
"""

from __future__ import annotations

from communique.extract.complements import RUN, take_complements
from communique.extract.reading import Mention, Reading, Title
from communique.lang.patterns import Match
from communique.lang.table import Row
from communique.schema.ranks import ranks

_OFFICES = frozenset({"office", "role", "counterpart"})


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
        told = title.bodies or title.portfolio
        if ranks()[title.rank].ahead and not (told and _name_follows(reading, title.end)):
            i += 1
            continue
        for body in title.bodies:
            body.inside = True
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
        take_complements(reading, title)
        _take_left(reading, title, floor)
    return title


def _name_follows(reading: Reading, i: int) -> bool:
    """Whether a person's name may begin at token i or behind a comma there: a known one, or a capital unexplained."""
    i += i < len(reading.tokens) and reading.tokens[i].text == ","
    if i >= len(reading.tokens) or reading.tokens[i].shape not in "CU":
        return False
    return all(m.type == "person" for m in reading.mentions if m.start <= i < m.end)


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
            mention
            and (mention.type in ("state", "organization") or mention.category == "region")
            and (not title.bodies or (ranks()[title.rank].seat and title.bodies[0].start > title.start))
        ):
            for seat in title.bodies:
                seat.inside = True  # "the UN envoy for Yemen"
            title.bodies = [mention]
            i = mention.start
        elif (piece := _portfolio_ending(reading, i)) and ranks()[title.rank].portfolio:
            title.portfolio = title.portfolio or piece.row["portfolio"]
            words = [*range(piece.start, piece.end), *words]
            i = piece.start
        elif reading.marker(left) == "and" and _portfolio_ending(reading, left) and title.portfolio:
            words = [left, *words]
            i = left
        elif not title.bodies and not title.plural and (unknown := _unknown_before(reading, i, floor)):
            reading.mentions.append(unknown)
            title.bodies.append(unknown)
            i = unknown.start
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


def _unknown_before(reading: Reading, end: int, floor: int) -> Mention | None:
    """A capitalised name before a title, that nothing else explains, is its body: "Afreximbank president"."""
    start = end
    while start > floor and end - start < RUN and _may_name_body(reading, start - 1):
        start -= 1
    if start == end or (start > floor and reading.tokens[start - 1].shape == "C"):
        return None
    return Mention("organization", start, end, start, end)


def _may_name_body(reading: Reading, i: int) -> bool:
    return (
        reading.tokens[i].shape in "CU"
        and len(reading.tokens[i].text) > 2
        and i not in reading.titles
        and i not in reading.dated
        and not reading.ordinary(i)
        and reading.word(i) not in reading.language.given_names
        and not reading.headline
        and reading.free(i, i + 1)
        and not any(p.start <= i < p.end for p in reading.portfolios.values())
    )


def _part(reading: Reading, title: Title, i: int, words: list[int]) -> bool:
    former = reading.titles.get(i)
    return (
        i in words
        or any(b.start <= i < b.end for b in title.bodies)
        or bool(former and former.row["class"] == "former")
    )


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
