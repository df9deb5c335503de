"""Which title belongs to which person: the one beside the name, in apposition to it, or shared by several names.

Foreign Minister X                    X, the foreign minister of Y, and Z, his deputy
Presidents X of Kenya and Y of Uganda      X و Y، وزرای خارجه ایران و عراق
"""

from __future__ import annotations

from dataclasses import replace

from communique.extract.reading import Mention, Reading, Title, mark_inside
from communique.schema.ranks import ranks

_APART = frozenset(",،(–-—:")
_COMMA = frozenset(",،")
_NAMED = frozenset({"office", "role", "counterpart"})
_REST = 12  # tokens of a title's rest that no table knows


def link_titles(reading: Reading, titles: list[Title]) -> None:
    """Gives each title to the person that it belongs to; others become mentions themselves."""
    people = [m for m in reading.mentions if m.type == "person"]
    spare = _link_adjacent(reading, people, titles)
    spare = _link_apposed(reading, people, spare)
    spare = _link_told(reading, people, spare)
    for person in people:
        _take_body_behind(reading, person)
    for title in spare:
        if title.klass in _NAMED:
            reading.mentions.append(
                Mention("title", title.start, title.end, title.start, title.end, title.rank, titles=[title])
            )
    reading.mentions.sort(key=lambda m: (m.start, -m.end))
    mark_inside(reading)


def _is_office(title: Title) -> bool:
    """Whether a title says what a person holds: an office, or a role in a body that it names."""
    return title.klass == "office" or (title.klass == "role" and bool(title.bodies))


def _relative(title: Title) -> bool:
    """Whether a title says what a person is to the holder before: successor, predecessor."""
    return ranks()[title.rank].succeeds


# --- beside the name -------------------------------------------------------------------------------------------------


def _link_adjacent(reading: Reading, people: list[Mention], titles: list[Title]) -> list[Title]:
    """Gives titles to the persons they touch ("Foreign Minister X", several joined by *and*); returns the others."""
    spare = list(titles)
    for person in people:
        while before := next((t for t in spare if _touches(reading, t, person.start)), None):
            spare.remove(before)
            person.titles.insert(0, before)
            person.start = before.start
            if before.plural:
                _share(reading, _listed_behind(reading, people, person), before)
    if not reading.language.profile.capitals:
        for person in people:
            after = next((t for t in spare if t.start == person.end and t.klass == "office"), None)
            while after and not any(p.start == after.end for p in people):
                end = after.end
                _append(person, after, spare)
                after = next((t for t in spare if t.klass == "office" and _joined(reading, end, t.start)), None)
    return spare


def _append(person: Mention, title: Title, spare: list[Title]) -> None:
    spare.remove(title)
    person.titles.append(title)
    person.end = title.end


def _touches(reading: Reading, title: Title, start: int) -> bool:
    """Whether a title ends at `start`, an abbreviation's stop, *and* or the article of a second title in between."""
    gap = range(title.end, start)
    if len(gap) == 0:
        return title.end == start and not (_relative(title) and reading.tokens[title.start - 1].text in _COMMA)
    if len(gap) == 1 and (
        reading.tokens[title.end].text == "." or (title.klass == "counterpart" and reading.marker(title.end) == "det")
    ):
        return True
    if len(gap) <= 2 and start in reading.titles and title.klass == "office":
        return all(reading.marker(i) in ("and", "det") for i in gap)
    return False


# --- one title of several persons ------------------------------------------------------------------------------------


def _share(reading: Reading, listed: list[Mention], title: Title) -> None:
    """Gives a plural title to each of several persons, one body each where the text names as many."""
    own = [_state_behind(reading, person) for person in listed]
    for i in range(1, len(listed)):
        before = _state_before(reading, listed[i], listed[i - 1].end)
        own[i] = own[i] or (before[1] if before and before[1] is not own[i - 1] else None)
    for i, person in enumerate(listed):
        state = own[i]
        if state:
            state.inside = True
        bodies = title.bodies if len(title.bodies) == 1 and (i == 0 or not any(own)) else []
        if len(title.bodies) == len(listed):
            bodies = [title.bodies[i]]
        single = replace(title, plural=False, bodies=[state] if state else bodies)
        if title in person.titles:
            person.titles[person.titles.index(title)] = single
        else:
            person.titles.append(single)


def _state_behind(reading: Reading, person: Mention) -> Mention | None:
    """The state of "Presidents X of Kenya, Y of Uganda and Z of Tanzania", or "X (Kenya)"."""
    i = person.end
    if i < len(reading.tokens) and (reading.marker(i) == "of" or reading.tokens[i].text == "("):
        behind = reading.markers[i].end if i in reading.markers else i + 1
        return next((m for m in reading.mentions if m.start == behind and m.type == "state"), None)
    return None


def _listed_behind(reading: Reading, people: list[Mention], first: Mention) -> list[Mention]:
    """A person and those listed behind, each perhaps with its state."""
    listed = [first]
    for person in people:
        state = _state_behind(reading, listed[-1])
        last = state.end if state else listed[-1].end
        if last < len(reading.tokens) and reading.tokens[last].text == ")":
            last += 1
        before = _state_before(reading, person, last)
        begin = before[0] if before else person.start
        if person.start > first.start and not person.titles and _listed(reading, last, begin):
            listed.append(person)
    return listed


def _state_before(reading: Reading, person: Mention, floor: int) -> tuple[int, Mention] | None:
    """The state before a listed person, and where it begins: "du Niger, B, et du Mali, C"; "ougandais B"."""
    for m in reading.mentions:
        if m.type != "state" or m.inside or m.start < floor:
            continue
        if m.end == person.start and m.kind == "demonym":
            return m.start, m
        if m.end == person.start - 1 and reading.tokens[m.end].text in _COMMA:
            start = next((i for i in (m.start - 1, m.start - 2) if reading.marker(i) == "of"), None)
            if start is not None and reading.markers[start].end == m.start:
                return start, m
    return None


def _listed_before(reading: Reading, people: list[Mention], last: Mention) -> list[Mention]:
    """A person and those without titles listed before, in the order of the text."""
    listed = [last]
    for person in reversed(people):
        if person.end <= listed[0].start and not person.titles and _listed(reading, person.end, listed[0].start):
            listed.insert(0, person)
    return listed


def _listed(reading: Reading, end: int, start: int) -> bool:
    return 1 <= start - end <= 2 and all(
        reading.marker(i) == "and" or reading.tokens[i].text in _COMMA for i in range(end, start)
    )


# --- apposition ------------------------------------------------------------------------------------------------------


def _link_apposed(reading: Reading, people: list[Mention], spare: list[Title]) -> list[Title]:
    """Gives titles in apposition to their persons: `title, Name` and `Name, title`; returns the others."""
    left = list(spare)
    for person in people:
        if not any(t.klass in ("office", "counterpart") for t in person.titles):
            _take_before(reading, people, person, left)
        _take_behind(reading, people, person, left)
    return left


def _link_told(reading: Reading, people: list[Mention], spare: list[Title]) -> list[Title]:
    """Gives persons the offices that a verb says they hold: "X, who is minister of Y", "a post held by X"."""
    left = list(spare)
    for person in people:
        end = person.end
        if end + 1 < len(reading.tokens) and reading.tokens[end].text in _COMMA:
            end = reading.behind(end + 1, "relative")
        for title in spare:
            if _is_office(title) and (
                told(reading, end, "becomes", title.start) or told(reading, title.end, "held", person.start)
            ):
                left.remove(title)
                person.titles.append(title)
    return left


def told(reading: Reading, end: int, role: str, start: int) -> bool:
    """Whether a verb, as a marker of this role, and articles are all that stands between two tokens."""
    return reading.marker(end) == role and reading.behind(reading.markers[end].end, "det") == start


def _take_before(reading: Reading, people: list[Mention], person: Mention, left: list[Title]) -> None:
    """The title before a comma and the name, and those joined to it: "secretary of the party and president, X"."""
    before = next((t for t in left if t.klass in _NAMED and apposed(reading, t.end, person.start)), None)
    while before:
        left.remove(before)
        person.titles.insert(0, before)
        person.start = before.start
        if before.plural:
            _share(reading, _listed_behind(reading, people, person), before)
            return
        start = before.start
        before = next((t for t in left if _is_office(t) and not t.plural and _joined(reading, t.end, start)), None)


def _take_behind(reading: Reading, people: list[Mention], person: Mention, left: list[Title]) -> None:
    """The title behind the name and a comma, and those joined to it; a plural one belongs to the names before, too."""
    after = next(
        (
            t
            for t in left
            if (_is_office(t) or (t.klass == "counterpart" and not ranks()[t.rank].ahead))
            and apposed(reading, _behind_bracket(reading, person.end), t.start)
            and reading.marker(t.end) != "possessive"
        ),
        None,
    )
    while after and (_relative(after) or not _has_own_name(reading, people, after, person)):
        end = after.end
        if after.plural and len(listed := _listed_before(reading, people, person)) > 1:
            _append(person, after, left)
            _share(reading, listed, after)
            return
        _append(person, after, left)
        after = next((t for t in left if _is_office(t) and _joined(reading, end, t.start, comma=True)), None)


def _joined(reading: Reading, end: int, start: int, *, comma: bool = False) -> bool:
    """Whether only *and*, articles and perhaps a comma stand between two titles of one person."""
    return 0 < start - end <= 2 and all(
        reading.marker(i) in ("and", "det") or (comma and reading.tokens[i].text in _COMMA) for i in range(end, start)
    )


def _behind_bracket(reading: Reading, end: int) -> int:
    """The token behind a party's acronym in brackets: "Theo X (N-VA), ministre de la Défense"."""
    tokens = reading.tokens
    if end >= len(tokens) or tokens[end].text != "(":
        return end
    close = next((i for i in range(end + 1, min(len(tokens), end + 7)) if tokens[i].text == ")"), 0)
    capitals = close and all(t.shape in "UCp" for t in tokens[end + 1 : close])
    return close + 1 if capitals and close + 1 < len(tokens) and tokens[close + 1].text in _COMMA else end


def apposed(reading: Reading, end: int, start: int) -> bool:
    """Whether only a comma, bracket or dash, articles, possessives and a demonym stand between two tokens, or the rest
    of a title and a comma.
    """
    if _of_something(reading, end, start) or _of_charge(reading, end, start):
        return True
    if not 1 <= start - end <= 5:
        return False
    marks = [i for i in range(end, start) if reading.tokens[i].text in _APART]
    return len(marks) == 1 and all(
        reading.marker(i) == "det" or reading.tokens[i].text in "'’" or (i > marks[0] and _is_demonym(reading, i))
        for i in range(end, start)
        if i not in marks
    )


def _is_demonym(reading: Reading, i: int) -> bool:
    return i in reading.known and reading.known[i].kind == "demonym"


def _of_charge(reading: Reading, end: int, start: int) -> bool:
    """Whether the rest of a title and a comma stand between: "pour la Syrie,", "au Mali,", "sortant,"."""
    tokens = reading.tokens
    if not reading.language.profile.title_first or not 2 <= start - end <= _REST:
        return False
    if tokens[start - 1].text not in _COMMA:
        return False
    if any(tokens[i].text in _APART for i in range(end, start - 1)):
        return False
    if any(m.type == "person" and m.start < start and m.end > end for m in reading.mentions):
        return False
    if any(end <= i < start and t.row["class"] == "office" for i, t in reading.titles.items()):
        return False
    if start - end == 2:
        return tokens[end].shape == "l" and not reading.marker(end)
    if not {reading.marker(end), reading.marker(end + 1)} & {"about", "at", "to", "with", "of"}:
        return False
    apart = ("clause", "relative", "not", "between")
    return not any(reading.marker(i) in apart or _is_verb(reading, i) for i in range(end, start))


def _is_verb(reading: Reading, i: int) -> bool:
    """Whether a verb that tells an event, or that somebody said something, stands at token i."""
    match = reading.language.triggers.longest(reading.tokens, i)
    if match and match.row["pos"] in ("verb", "passive"):
        return True
    said = reading.language.sources.longest(reading.tokens, i)
    return bool(said and said.row["source"] == "precedes")


def _of_something(reading: Reading, end: int, start: int) -> bool:
    """Whether `of` some common nouns and a comma stand between: "le patron de la multinationale, X"."""
    if not 3 <= start - end <= 9 or not reading.language.profile.capitals or reading.tokens[start - 1].text != ",":
        return False
    if not {reading.marker(end), reading.marker(end + 1)} & {"of", "about"}:
        return False
    gap = [t for t in reading.tokens[end : start - 1] if t.text not in "'’-"]
    return all(t.shape in "lC" for t in gap) and sum(t.shape == "C" for t in gap) <= 1 and reading.free(end, start)


def _has_own_name(reading: Reading, people: list[Mention], title: Title, owner: Mention) -> bool:
    """Whether a title is another person's: its name stands behind it, or behind "the title," and a comma."""
    if any(p is not owner and p.name_start == title.end for p in people):
        return True
    article = title.start > 0 and reading.marker(title.start - 1) == "det"
    return article and any(p is not owner and apposed(reading, title.end, p.start) for p in people)


# --- the body behind the name ----------------------------------------------------------------------------------------


def _take_body_behind(reading: Reading, person: Mention) -> None:
    """The body of "the rector X, of the university of Y" and of "ministers X (Kenya) and Y (Uganda)"."""
    title = next((t for t in person.titles if t.klass == "office" and not t.bodies), None)
    i, tokens = person.end, reading.tokens
    if title is None or i + 1 >= len(tokens):
        return
    if tokens[i].text in _COMMA and reading.marker(i + 1) in ("of", "from"):
        i = reading.behind(reading.markers[i + 1].end, "det")
        types: tuple[str, ...] = ("state", "organization")
    elif tokens[i].text == "(":
        i, types = i + 1, ("state",)
    elif reading.marker(i) == "of":  # "King X of Y"
        i, types = reading.markers[i].end, ("state",)
    else:
        return
    body = next((m for m in reading.mentions if m.start == i and _may_own(m, types) and not m.inside), None)
    if body and (body.end == len(tokens) or types == ("state",) or tokens[body.end].text in ")،,.;"):
        title.bodies.append(body)
        body.inside = True
        person.end = body.end


def _may_own(mention: Mention, types: tuple[str, ...]) -> bool:
    """Whether a mention may be the body of an office: of one of some types, or a region."""
    return mention.type in types or mention.category == "region"
