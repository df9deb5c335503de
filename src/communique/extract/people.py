"""Persons.

A person is a run of name words. In languages with capitals a run of capitalised words that nothing else has claimed is
weighed by named features: a title or honorific before it, a title in apposition, a known given name, its length. In
languages without capitals names are what stands beside a title, and runs that open with a known given name.
"""

from __future__ import annotations

from collections.abc import Iterable

from communique.extract.cases import case_before
from communique.extract.gazetteer import inflect
from communique.extract.holders import apposed, told
from communique.extract.reading import CLOSING, OPENING, Mention, Reading, Title, mark_inside, script_changes
from communique.lang import text as spelling
from communique.schema.frames import frames

_LONGEST = 8  # words of a name
_BELIEVED = 2.0  # weight from which a run is a person
_NAMING = frozenset({"office", "honorific", "rank", "counterpart", "role"})


def find_people(reading: Reading, titles: list[Title]) -> None:
    """Adds the persons of a sentence to its mentions; their titles are linked later (`holders`)."""
    if reading.language.profile.capitals:
        _grow_known(reading)
        _capitalised_people(reading, titles)
    else:
        _caseless_people(reading, titles)
    reading.mentions.sort(key=lambda m: m.start)


# --- languages with capitals -----------------------------------------------------------------------------------------


def _capitalised_people(reading: Reading, titles: list[Title]) -> None:
    taken = {i for t in titles for i in range(t.start, t.end)}
    i = reading.skip
    while i < len(reading.tokens):
        if not _opens_name(reading, i, taken):
            i += 1
            continue
        end = _name_end(reading, i, taken)
        start = _trim_opening(reading, i, end, titles)
        if start < end and _weight(reading, start, end, titles) >= _BELIEVED:
            reading.mentions = [m for m in reading.mentions if m.end <= start or m.start >= end]
            reading.mentions.append(Mention("person", start, end, start, end))
        elif start < end and reading.free(start, end) and (kind := _unknown_kind(reading, start, end)):
            reading.mentions.append(Mention(kind, start, end, start, end, kind="guess"))
        i = max(end, i + 1)


def _grow_known(reading: Reading) -> None:
    """Takes particles and a last name into known persons: "Mohammed ben Zayed" may go on "Al Nahyane"."""
    tokens, particles = reading.tokens, reading.language.profile.particles
    for person in [m for m in reading.mentions if m.type == "person"]:
        i = person.end
        while tokens[i + 1 : i + 2] and tokens[i].key in particles and tokens[i + 1].shape == "C":
            if not reading.free(i, i + 2):
                break
            i += 2
        if i > person.end:
            person.end = person.name_end = i


def _unknown_kind(reading: Reading, start: int, end: int) -> str:
    """What an unknown name is by the preposition before it: a place after "in" and "to", a body after "with" and
    "between".
    """
    tokens = reading.tokens[start:end]
    if reading.headline or any(reading.ordinary(i) for i in range(start, end)) or sum(len(t.text) for t in tokens) < 4:
        return ""
    if any(
        0 <= start - m.end <= 1 and m.row["source"] != "precedes" for m in reading.language.sources.find(reading.tokens)
    ):
        return "organization"  # "according to X"
    if _agrees(reading, end):
        return "organization"  # "X a reziliat contractul"
    case = case_before(reading, start)
    if case in ("at", "to", "from") and len(tokens) <= 3:
        return "place"
    return "organization" if case in ("with", "between", "by") else ""


def _agrees(reading: Reading, i: int) -> bool:
    """Whether a verb of signing or agreeing stands at token i."""
    match = reading.language.triggers.longest(reading.tokens, i) if i < len(reading.tokens) else None
    return bool(match and match.row["pos"] == "verb" and frames()[match.row["frame"]].type == "agreement")


def _opens_name(reading: Reading, i: int, taken: set[int]) -> bool:
    token = reading.tokens[i]
    if token.shape not in "CU" or i in taken or (reading.headline and reading.ordinary(i)):
        return False
    return _available(reading, i)


def _available(reading: Reading, i: int) -> bool:
    """Whether token i may be part of a person's name: free, or a city or state that is a given name or stands in a
    run.
    """
    holder = next((m for m in reading.mentions if m.start <= i < m.end), None)
    if holder is None or (holder.type == "person" and holder.kind == "short"):
        return True  # a known surname may follow any given name
    if holder.type == "person" or holder.end - holder.start > 1 or holder.inside:
        return False
    if holder.type == "organization":
        return reading.word(i) in reading.language.given_names and _capital_follows(reading, i)
    if holder.kind == "demonym" and any(t.end == i for t in reading.titles.values()) and _capital_follows(reading, i):
        return not reading.language.profile.title_first  # "Energy Minister German Galushchenko"
    if holder.kind in ("demonym", "acronym") or holder.category in ("capital",):
        return reading.word(i) in reading.language.given_names and _capital_follows(reading, i)
    if holder.type == "state":
        return _capital_precedes(reading, i) or (
            reading.word(i) in reading.language.given_names and _capital_follows(reading, i)
        )
    return holder.type == "place" and (_capital_follows(reading, i) or _capital_precedes(reading, i))


def _last_part(reading: Reading, start: int, i: int) -> bool:
    """Whether a word that is also a known body closes a name begun with a given name: Thérèse Kayikwamba Wagner."""
    return (
        i > start
        and reading.word(start) in reading.language.given_names
        and any(
            m.start == i
            and m.end == i + 1
            and (m.type == "organization" or m.category == "capital")
            and reading.tokens[i].shape == "C"
            for m in reading.mentions
        )
    )


def _single_place(reading: Reading, i: int) -> bool:
    return any(m.start == i and m.end == i + 1 and m.type in ("place", "state") for m in reading.mentions)


def _capital_follows(reading: Reading, i: int) -> bool:
    tokens = reading.tokens
    while i + 2 < len(tokens) and tokens[i + 1].key in reading.language.profile.particles:
        i += 2 if tokens[i + 2].text in "-–" and not tokens[i + 2].spaced else 1  # Халиль аль-Хайя
    return (
        i + 1 < len(tokens)
        and tokens[i + 1].shape == "C"
        and not reading.ordinary(i + 1)
        and i + 1 not in reading.titles
        and i + 1 not in reading.bodies
        and reading.free(i + 1, i + 2)
    )


def _capital_precedes(reading: Reading, i: int) -> bool:
    return i > 0 and reading.tokens[i - 1].shape == "C" and reading.word(i - 1) in reading.language.given_names


def _name_end(reading: Reading, start: int, taken: set[int]) -> int:
    """The end of the run of name words from `start`: capitals, particles between them, initials, hyphens."""
    tokens, i, end = reading.tokens, start, start
    while i < len(tokens) and end - start < _LONGEST * 2:
        token = tokens[i]
        if i in taken and not (i > start and _within_name(reading, i, taken)):
            break
        if i > start and script_changes(tokens[i - 1].text, token.text):
            break
        if i in taken:
            i += 1  # an honorific inside a name: Hassan Sheikh Mohamud
            continue
        if (
            token.shape in "CU"
            and (_available(reading, i) or _last_part(reading, start, i))
            and not (reading.headline and reading.ordinary(i))
        ):
            i = end = i + 1
        elif token.text == "." and not token.spaced and len(tokens[i - 1].text) <= 2 and end == i:
            i = end = i + 1  # an initial, or Ma., Jr.
        elif (
            token.text in "-–'’"
            and not token.spaced
            and i + 1 < len(tokens)
            and not tokens[i + 1].spaced
            and tokens[i + 1].shape in "CUl"
            and end == i
        ):
            if tokens[i + 1].shape == "l" and token.text in "'’":
                break
            i += 2
            end = i
        elif (
            spelling.key(token.text) in reading.language.profile.particles
            and i > start
            and i + 2 < len(tokens)
            and tokens[i + 1].text in "-–"
            and not tokens[i + 1].spaced
            and tokens[i + 2].shape in "CU"
        ):
            i += 2  # al-Wazir
        elif (
            spelling.key(token.text) in reading.language.profile.particles
            and i + 1 < len(tokens)
            and (tokens[i + 1].shape in "CU" or tokens[i + 1].key in reading.language.profile.particles)
            and i + 1 not in taken
            and i > start
        ):
            i += 1
            if (
                tokens[i].shape == "C"
                and not _available(reading, i)
                and i - start == 2
                and reading.word(start) in reading.language.given_names
                and _single_place(reading, i)
            ):
                i = end = i + 1  # "Julie de Lima"
        else:
            break
    while end > start and tokens[end - 1].text in "-–'’":
        end -= 1
    if end > start and tokens[end - 1].text == "." and end == len(tokens):
        end -= 1
    return end


def _within_name(reading: Reading, i: int, taken: set[int]) -> bool:
    """Whether an honorific stands between two capitalised words of one name."""
    match = reading.titles.get(i)
    following = i + 1
    return bool(
        match
        and match.row["class"] == "honorific"
        and match.end == following
        and following < len(reading.tokens)
        and reading.tokens[following].shape == "C"
        and following not in taken
        and _available(reading, following)
    )


def _trim_opening(reading: Reading, start: int, end: int, titles: list[Title]) -> int:
    """A sentence's first word has a capital whatever it is: ordinary words there are not of the name."""
    tokens = reading.tokens
    while start < end and (
        tokens[start].shape in "lp"
        or (
            reading.ordinary(start)
            and (start == reading.skip or tokens[start - 1].shape == "p" or end - start == 1 or reading.headline)
            and reading.word(start) not in reading.language.given_names
        )
    ):
        start += 1
    return start


def _weight(reading: Reading, start: int, end: int, titles: list[Title]) -> float:
    """How much speaks for a run being a person (see the module)."""
    tokens = reading.tokens
    words = [i for i in range(start, end) if tokens[i].shape in "CU" and len(tokens[i].text) > 1]
    if not words or len(words) > _LONGEST:
        return 0.0
    weight = 0.0
    for title in titles:
        if title.klass not in _NAMING:
            continue
        if title.end == start or (title.end == start - 1 and tokens[start - 1].text == "."):
            weight += 3.0 if title.klass != "role" else 1.5
        elif title.klass in ("office", "counterpart") and (
            apposed(reading, title.end, start)
            or apposed(reading, end, title.start)
            or told(reading, end, "becomes", title.start)
            or told(reading, title.end, "held", start)
        ):
            weight += 2.0
    given = (
        reading.word(words[0]) in reading.language.given_names or tokens[words[0]].fold in reading.language.given_names
    )
    if given and len(words) > 1:
        weight += 2.0
    if len(words) in (2, 3):
        weight += 0.5
        if _alone_elsewhere(reading, words[-1]):
            weight += 1.5
    if any(m.type == "person" and _joined_by_and(reading, m.end, start) for m in reading.mentions):
        weight += 1.5
    if words[0] > start + 1 and tokens[start].shape in "CU" and tokens[start + 1].text == ".":
        weight += 2.0  # initials
    if (
        any(tokens[i].shape == "U" and len(tokens[i].text) > 2 for i in words[:1])
        and not reading.headline
        and len(words) == 1
    ):
        weight -= 2.0
    if any(i in reading.bodies for i in range(start, end)):
        weight -= 3.0
    if reading.ordinary(words[0]):
        weight -= 1.0
    quoted = start > 0 and tokens[start - 1].text in '«“„"' and end < len(tokens) and tokens[end].text in '»”"'
    return weight - (2.0 if quoted else 0.0)


def _alone_elsewhere(reading: Reading, surname: int) -> bool:
    """Whether a surname also stands alone in the article, as persons' names do."""
    return reading.tokens[surname].fold in reading.lone_capitals


def _joined_by_and(reading: Reading, end: int, start: int) -> bool:
    return start - end == 1 and reading.marker(end) == "and"


# --- languages without capitals --------------------------------------------------------------------------------------


def _caseless_people(reading: Reading, titles: list[Title]) -> None:
    _caseless_bodies(reading, titles)
    taken = {i for t in titles for i in range(t.start, t.end)}
    named: set[int] = set()
    for title in titles:
        if title.klass not in _NAMING:
            continue
        start = title.end
        if title.klass == "counterpart" and start < len(reading.tokens) and reading.marker(start) == "det":
            start = reading.markers[start].end
            title.end = start
        if start < len(reading.tokens) and reading.tokens[start].text in "،,(":
            start += 1
        quoted = _quoted_name(reading, start, taken)
        start, end = quoted or (start, _caseless_run(reading, start, taken, step=1))
        if end - start >= (1 if start == title.end or end - start > 1 else 2):
            _add_person(reading, start, end)
            named.add(id(title))
    for title in titles:
        if id(title) in named or title.klass != "office":
            continue
        end = title.start
        if end > 0 and reading.tokens[end - 1].text in "،,":
            end -= 1
        opening = next((j for j in range(end - 2, max(-1, end - 8), -1) if reading.tokens[j].text in OPENING), -1)
        quoted = _quoted_name(reading, opening, taken)
        if quoted and quoted[1] == end - 1:
            _add_person(reading, *quoted)
            continue
        start = _caseless_run(reading, end - 1, taken, step=-1) + 1
        if end > start and (end - start > 1 or end == title.start):
            _add_person(reading, start, end)
    i = reading.skip
    while i < len(reading.tokens):
        if (
            reading.word(i) in reading.language.given_names
            and i not in taken
            and reading.free(i, i + 1)
            and i not in reading.markers
        ):
            end = _caseless_run(reading, i, taken, step=1)
            if end - i >= 2:
                _add_person(reading, i, end)
            i = max(end, i + 1)
        else:
            i += 1


def _quoted_name(reading: Reading, i: int, taken: set[int]) -> tuple[int, int] | None:
    """The words in quotation marks from token i, where they may be a name: «سرگئی لاوروف»."""
    tokens = reading.tokens
    if not 0 <= i < len(tokens) or tokens[i].text not in OPENING:
        return None
    close = next((j for j in range(i + 1, min(len(tokens), i + 7)) if tokens[j].text in CLOSING), 0)
    words = range(i + 1, close)
    if not words or any(tokens[j].shape != "x" or j in taken for j in words) or not reading.free(i + 1, close):
        return None
    named = not all(reading.ordinary(j) for j in words) and not any(j in reading.bodies for j in words)
    return (i + 1, close) if named else None


def _caseless_bodies(reading: Reading, titles: list[Title]) -> None:
    """Unknown bodies behind a title: of "director A, B" and "B, director A" the one that the comma sets apart is the
    person.
    """
    taken = {i for t in titles for i in range(t.start, t.end)}
    for title in titles:
        if title.rank != "chief" or title.klass != "office" or title.bodies:
            continue
        end = _caseless_run(reading, title.end, taken, step=1)
        if end == title.end or not reading.free(title.end, end):
            continue
        name_behind = (
            end < len(reading.tokens)
            and reading.tokens[end].text in "،,"
            and _caseless_run(reading, end + 1, taken, step=1) > end + 1
        )
        name_before = (
            title.start > 1
            and reading.tokens[title.start - 1].text in "،,"
            and _caseless_run(reading, title.start - 2, taken, step=-1) < title.start - 3
        )
        if name_behind or name_before:
            body = Mention("organization", title.end, end, title.end, end, inside=True)
            reading.mentions.append(body)
            title.bodies.append(body)
            title.end = end


def _caseless_run(reading: Reading, i: int, taken: set[int], *, step: int) -> int:
    """Where a run of name words beginning at token i ends (to the right: exclusive; to the left: the token before)."""
    begin = i
    while reading.skip <= i < len(reading.tokens) and abs(i - begin) < _LONGEST:
        token = reading.tokens[i]
        given = reading.word(i) in reading.language.given_names
        particle = token.key in reading.language.profile.particles
        if token.shape != "x" or i in taken or not _caseless_free(reading, i, given):
            break
        if not given and not particle and (reading.ordinary(i) or reading.marker(i)):
            break
        i += step
    return i


def _caseless_free(reading: Reading, i: int, given: bool) -> bool:
    holder = next((m for m in reading.mentions if m.start <= i < m.end), None)
    if holder is None:
        return True
    return given and holder.type == "place" and holder.end - holder.start == 1


def _add_person(reading: Reading, start: int, end: int) -> None:
    """Adds a run as a person, particles at its edges left out."""
    particles = reading.language.profile.particles
    while start < end and reading.tokens[start].key in particles:
        start += 1
    while start < end and reading.tokens[end - 1].key in particles:
        end -= 1
    if start == end:
        return
    if reading.free(start, end) or all(m.type == "place" for m in reading.mentions if m.start < end and m.end > start):
        reading.mentions = [m for m in reading.mentions if m.end <= start or m.start >= end]
        first, last = _framed(reading, start, end)
        reading.mentions.append(Mention("person", first, last, start, end))


def _framed(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """A name with the quotation marks around it, and with its Latin spelling in brackets behind it."""
    tokens = reading.tokens
    if start and end < len(tokens) and tokens[start - 1].text in OPENING and tokens[end].text in CLOSING:
        start, end = start - 1, end + 1
    if end < len(tokens) and tokens[end].text == "(":
        close = next((j for j in range(end + 1, min(len(tokens), end + 8)) if tokens[j].text == ")"), 0)
        if close > end + 1 and all(tokens[j].text.isascii() for j in range(end + 1, close)):
            end = close + 1
    return start, end


# --- the document ----------------------------------------------------------------------------------------------------


def find_surnames(readings: Iterable[Reading]) -> None:
    """Second mentions by surname or by part of a name, in every sentence, of persons named in full elsewhere."""
    readings = list(readings)
    known: dict[str, str] = {}
    for reading in readings:
        for m in reading.mentions:
            if m.type != "person":
                continue
            words = [t for t in reading.tokens[m.name_start : m.name_end] if t.shape != "p" and len(t.text) > 2]
            first = words[:1] if len(words) > 1 and words[0].fold not in reading.language.given_names else []
            for token in [*first, *words[-2:]] if len(words) > 1 else words:
                if token.key not in reading.language.profile.particles:
                    known[token.fold] = token.fold
                    for form in inflect(token.fold, reading.language.inflections):
                        known.setdefault(form, token.fold)
    for reading in readings:
        _add_surnames(reading, known)


def _add_surnames(reading: Reading, known: dict[str, str]) -> None:
    added = False
    for i in range(reading.skip, len(reading.tokens)):
        token = reading.tokens[i]
        if token.fold not in known or token.shape not in "CUx":
            continue
        if not reading.free(i, i + 1):
            guess = next((m for m in reading.mentions if m.start == i and m.end == i + 1 and m.kind == "guess"), None)
            if guess is None:
                continue
            reading.mentions.remove(guess)
        if reading.marker(i) or (reading.ordinary(i) and token.shape != "C"):
            continue
        reading.mentions.append(Mention("person", i, i + 1, i, i + 1))
        added = True
    if added:
        reading.mentions.sort(key=lambda m: (m.start, -m.end))
        mark_inside(reading)
