"""Organisations: known ones, and those that a head word gives away ("ministère de la Défense", "Bahrain Space Agency").

A head word (`bodies.tsv`) is read together with what belongs to it: portfolios, demonyms, states, names in capitals or
in quotation marks (`schema/categories.toml`). In languages with capitals a run of capitalised words that holds a head
word is one name. A government or delegation with its state speaks for that state, and is a mention of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from communique import knowledge
from communique.extract.cases import case_before
from communique.extract.gazetteer import Known
from communique.extract.reading import CLOSING, OPENING, Mention, Reading
from communique.schema.categories import categories, categories_that
from communique.schema.ranks import ranks

_COMMON_HEADS = categories_that("apart")  # "Compania X" is X
_ROMAN = re.compile(r"[IVXLC]+")
_SPELLED = 16  # tokens of a name before its acronym
_REACH = 12  # tokens behind a head word


def find_bodies(reading: Reading) -> None:
    """Adds the organisations, states and places of a sentence to its mentions."""
    _spelled_out(reading)
    for start in sorted(reading.bodies):
        if start < reading.skip or _part_of_title(reading, start) or _part_of_known(reading, start):
            continue
        if reading.free(start, reading.bodies[start].end):
            mention = _head_phrase(reading, start) or _capital_run(reading, start)
            known = reading.known.get(start)
            if known and mention and known.end >= mention.end:
                continue  # a table knows it by its whole name
            if mention and reading.free(mention.start, mention.end):
                reading.mentions.append(mention)
    for known in reading.known.values():
        if reading.free(known.start, known.end) and not _part_of_name(reading, known.start, known.end):
            entry = known.entries[0]
            category = "newsagency" if entry.category == "agency" else entry.category
            reading.mentions.append(
                Mention(
                    entry.type,
                    known.start,
                    known.end,
                    known.start,
                    known.end,
                    category,
                    known.entries,
                    known.kind,
                )
            )
    _dateline_agency(reading)
    _loud_acronyms(reading)
    _bracketed_acronyms(reading)
    reading.mentions.sort(key=lambda m: m.start)


def find_short_names(readings: Iterable[Reading]) -> None:
    """Adds the short names of an article's organisations wherever they stand: acronyms, first words of companies."""
    readings = list(readings)
    names: dict[str, str] = {}
    for reading in readings:
        for m in reading.mentions:
            if m.alias and m.type == "organization":
                names[reading.tokens[m.alias[0]].fold] = m.category
            elif (
                m.type == "organization"
                and m.category in _COMMON_HEADS
                and m.name_end - m.name_start > 1
                and _distinctive(reading, m.name_start)
            ):
                names.setdefault(reading.tokens[m.name_start].fold, m.category)
    if not names:
        return
    for reading in readings:
        for i in range(reading.skip, len(reading.tokens)):
            token = reading.tokens[i]
            if token.fold in names and token.shape in "CUx" and reading.free(i, i + 1):
                category = names[token.fold]
                reading.mentions.append(Mention("organization", i, i + 1, i, i + 1, category, kind="short"))
        reading.mentions.sort(key=lambda m: m.start)


def _part_of_known(reading: Reading, start: int) -> bool:
    """Whether a head word stands within a known name that begins before it: "Palatul Parlamentului"."""
    end = reading.bodies[start].end
    return any(k.start < start and end <= k.end and k.kind != "demonym" for k in reading.known.values())


def _part_of_title(reading: Reading, start: int) -> bool:
    """Whether a head word belongs to a title: "Chief Executive", "armed forces minister"."""
    end = reading.bodies[start].end
    if any(t.start < start and end <= t.end for t in reading.titles.values()):
        return True
    piece = reading.portfolios.get(start)
    title = reading.titles.get(piece.end) if piece and not reading.language.profile.title_first else None
    if title is None:
        return False
    rank = ranks().get(title.row["rank"])
    ministerial = bool(rank and rank.portfolio and rank.sole)  # "Parliament Speaker" is not
    return ministerial or reading.tokens[start].shape == "l"


def _distinctive(reading: Reading, i: int) -> bool:
    """Whether a name's first word may stand for the whole: no word of the language, no given name, no known name."""
    token = reading.tokens[i]
    return (
        token.shape in "CU"
        and len(token.text) > 3
        and not reading.ordinary(i)
        and reading.word(i) not in reading.language.given_names
        and i not in reading.known
        and i not in reading.bodies
        and i not in reading.portfolios
    )


def _part_of_name(reading: Reading, start: int, end: int) -> bool:
    """Whether a known name is only part of a longer capitalised one ("Bank of Georgia Holdings", "Paris Saint-
    Germain").
    """
    if not reading.language.profile.capitals or reading.headline:
        return False
    tokens = reading.tokens
    hyphen = end + 1 < len(tokens) and tokens[end].text == "-" and not tokens[end].spaced
    return (
        hyphen
        and tokens[end + 1].shape == "C"
        and end + 1 not in reading.known
        and not tokens[end + 1].spaced
        and reading.known[start].entries[0].type == "person"
    )


def _head_phrase(reading: Reading, start: int) -> Mention | None:
    """A head word with what follows it, or with the demonym before it; None where nothing names it."""
    head = reading.bodies[start]
    category = head.row["category"]
    kind = categories()[category]
    if category == "statehood":
        return _official_name(reading, start)
    if category == "capital":
        return _capital_of(reading, start)
    if not kind.speaks_for_state and (first := _adjective_before(reading, start)) < start:
        return _named_by_adjective(reading, first, start)
    end, state, named, proper = _complement(
        reading,
        head.end,
        by_words=kind.by_words,
        honours=kind.honours and reading.tokens[head.start].shape in "CU",
        seat=kind.seat,
    )
    before = reading.known.get(start - 1) or _known_ending(reading, start)
    if before and before.entries[0].type == "state" and not state and not reading.language.profile.title_first:
        state, start = before, before.start
        named = True
    if kind.speaks_for_state:
        if not state or state.entries[0].type != "state":
            return None
        end = max(end, state.end) if state.start >= head.start else max(end, head.end)
        return Mention(
            "state", min(start, state.start), end, state.start, state.end, category, state.entries, state.kind
        )
    capital = reading.tokens[head.start].shape in "CU" and not reading.headline
    if kind.alone and capital and not named and reading.language.profile.capitals:
        return Mention("organization", start, head.end, start, head.end, category)
    if category in ("newsagency", "outlet") and not proper:
        return None
    by_demonym = bool(state and state.kind == "demonym" and end == state.end and not proper)
    if not reading.language.profile.capitals and kind.proper and by_demonym:
        return None  # «شرکت روسی»
    of_city = kind.by_city and _place_within(reading, head.end, end)
    if not named or (not kind.by_portfolio and not capital and not proper and not state and not of_city):
        return None
    if reading.language.profile.capitals and not capital and not proper and not kind.small and not of_city:
        return None
    plain = not capital or not reading.language.profile.capitals or kind.apart
    if proper and capital and plain and reading.ordinary(proper[0]) and reading.language.profile.capitals:
        plain = False  # "Partidul Comunist": the name begins with the head
    name = proper if proper and kind.proper and plain else (start, end)
    return Mention(_type(category), start, end, *name, category)


def _type(category: str) -> str:
    """The type of a body's mention: a venue is a place."""
    return "place" if categories()[category].place else "organization"


def _place_within(reading: Reading, start: int, end: int) -> bool:
    """Whether a known place stands in a stretch of tokens: it names a small-letter body, "l'université de Montréal"."""
    return any(k.entries[0].type == "place" for i, k in reading.known.items() if start <= i and k.end <= end)


def _adjective_before(reading: Reading, start: int) -> int:
    """Where a name begins that adjectives before its head make: "Полоцкого районного музея"; `start` where none does.

    The first of the adjectives is capitalised and no word of its own; between it and the head stand small adjectives.
    """
    endings = reading.language.profile.adjectives
    if not endings or reading.headline:
        return start
    i = start - 1
    while i > reading.skip and reading.tokens[i].shape == "l" and reading.word(i).endswith(endings) and start - i < 4:
        i -= 1
    if i < reading.skip or not _place_adjective(reading, i, endings):
        return start
    while i - 2 >= reading.skip and reading.tokens[i - 1].text == "-" and not reading.tokens[i].spaced:
        i -= 2  # Санкт-Петербургского
    return i


def _place_adjective(reading: Reading, i: int, endings: tuple[str, ...]) -> bool:
    """Whether token i is a capitalised adjective that is a name: of a place, or of a state within a sentence."""
    token = reading.tokens[i]
    if token.shape != "C" or not reading.word(i).endswith(endings) or i in reading.titles or i in reading.portfolios:
        return False
    if reading.word(i) in reading.language.given_names or not reading.free(i, i + 1):
        return False
    opens = i == reading.skip or reading.tokens[i - 1].shape == "p"
    known = reading.known.get(i)
    if known and known.kind == "demonym":
        return not opens
    return not (opens and reading.ordinary(i))


def _named_by_adjective(reading: Reading, first: int, start: int) -> Mention:
    """The body whose name is an adjective and a head word, with what further belongs to it."""
    head = reading.bodies[start]
    end, _, _, _ = _complement(reading, head.end, proper_runs=False)
    category = head.row["category"]
    located = category == "region" and case_before(reading, first) in ("at", "to", "from")
    return Mention("place" if located else _type(category), first, end, first, end, category)


def _official_name(reading: Reading, start: int) -> Mention | None:
    """A word for a form of state with the state's name: "Republicii Arabe Egipt", "Sultanate of Oman"."""
    i = reading.bodies[start].end
    for j in range(i, min(i + 4, len(reading.tokens))):
        known = reading.known.get(j)
        if known and known.entries[0].type == "state" and known.kind != "demonym":
            return Mention("state", start, known.end, start, known.end, "state", known.entries, "official")
        if reading.tokens[j].shape not in "CUx" and reading.marker(j) not in ("of", "det"):
            return None
    return None


def _capital_of(reading: Reading, start: int) -> Mention | None:
    """ "The Kazakh capital", "capitala Qatarului", with the city's own name where it follows."""
    end, state, _, _ = _complement(reading, reading.bodies[start].end)
    state = state or _known_ending(reading, start)
    if state is None or state.entries[0].type != "state":
        return None
    city = next(
        (e for e in knowledge.entries().values() if e.category == "capital" and e.of == state.entries[0].id),
        None,
    )
    if city is None:
        return None
    begin = min(start, state.start)
    return Mention(
        "place",
        begin,
        max(end, reading.bodies[start].end),
        begin,
        max(end, reading.bodies[start].end),
        "capital",
        (city,),
        "description",
    )


def _known_ending(reading: Reading, end: int) -> Known | None:
    """The known state that ends at token `end`, a possessive in between allowed."""
    for known in reading.known.values():
        if known.end == end or (known.end == end - 2 and reading.marker(known.end) == "possessive"):
            return known
    return None


def _complement(
    reading: Reading,
    i: int,
    *,
    by_words: bool = False,
    proper_runs: bool = True,
    honours: bool = False,
    seat: bool = False,
) -> tuple[int, Known | None, bool, tuple[int, int] | None]:
    """What belongs to a head word ending at token i: (end, its state, whether it names the body, its proper name).

    `by_words`: in languages without capitals, words that are no ordinary words may be its name; `honours`: a person's
    name may be in its own; `seat`: where it is belongs to its name.
    """
    tokens, limit = reading.tokens, min(len(reading.tokens), i + _REACH)
    end, state, named, proper = i, None, False, None
    anchors = []
    while i < limit and i not in reading.dated:
        known = reading.known.get(i)
        if tokens[i].text in OPENING:
            close = next((j for j in range(i + 1, min(limit, i + 8)) if tokens[j].text in CLOSING), None)
            if close is None or close == i + 1:
                break
            proper, named = proper or (i + 1, close), True
            i = end = close + 1
        elif known and known.entries[0].type == "state" and (known.kind == "demonym" or state is None):
            state, named = state or known, True
            i = end = known.end
        elif i in reading.portfolios:
            if not reading.language.profile.capitals and not named and end != i:
                break
            named = True
            i = end = reading.portfolios[i].end
        elif known and known.entries[0].type in ("place", "organization"):
            named = True
            if not reading.language.profile.capitals:
                anchors.append(known)
            i = end = known.end
        elif (
            proper_runs
            and reading.language.profile.capitals
            and tokens[i].shape in "CU"
            and not reading.headline
            and (i not in reading.titles)
        ):
            run = i
            two = i + 1 < len(tokens) and tokens[i + 1].shape == "C"
            if state and i == state.end and state.kind != "demonym" and two:
                break  # "Central Bank of Nigeria Olayemi Cardoso": a name begins
            while (
                i < limit
                and i not in reading.dated
                and (tokens[i].shape in "CU" or (tokens[i].text == "-" and not tokens[i].spaced))
                and i not in reading.titles
                and not (_given_name(reading, i) and not (honours and i == run == end))
                and not (i in reading.known and reading.known[i].entries[0].type == "person")
            ):
                i += 1
            if i == run:
                break
            proper, named = proper or (run, i), True
            end = i
        elif (
            by_words
            and not reading.language.profile.capitals
            and tokens[i].shape == "x"
            and not reading.ordinary(i)
            and i not in reading.markers
            and i not in reading.titles
        ):
            run = i
            while (
                i < limit
                and tokens[i].shape == "x"
                and not reading.ordinary(i)
                and i not in reading.markers
                and i not in reading.known
                and i not in reading.titles
            ):
                i += 1
            if i == run:
                break
            proper, named = proper or (run, i), True
            end = i
        elif (
            i + 2 < limit
            and tokens[i + 1].text in "-–"
            and not tokens[i + 1].spaced
            and i + 2 in reading.known
            and reading.known[i + 2].kind == "demonym"
        ):
            state, named = state or reading.known[i + 2], True  # româno-egiptene: a joint body of two states
            i = end = reading.known[i + 2].end
        elif reading.marker(i) == "and" and reading.markers[i].end in reading.bodies:
            break  # another body begins
        elif (
            reading.marker(i) == "and"
            and reading.markers[i].end not in reading.portfolios
            and not (reading.language.profile.capitals and named)
        ):
            break
        elif reading.marker(i) in ("of", "det", "about") or (
            reading.marker(i) in ("and", "at") and named and (seat or not _before_state(reading, i))
        ):
            i = reading.markers[i].end
        elif _small_link(reading, i) or (
            tokens[i].text == "," and end == i and i + 1 in reading.portfolios and tokens[i + 1].shape == "C"
        ):
            i += 1
        elif i in reading.bodies and i == end:
            i = end = reading.bodies[i].end
        else:
            break
    return end, state or (anchors[0] if anchors else None), named, proper


def _before_state(reading: Reading, i: int) -> bool:
    """Whether a state stands behind the marker at token i: no part of a body's name but where it is, or a new actor."""
    known = reading.known.get(reading.markers[i].end)
    return bool(known and known.entries[0].type == "state" and known.kind != "demonym")


def _small_link(reading: Reading, i: int) -> bool:
    """Whether a particle joins a capitalised common word to a body's name: "Curtea de Apel", "Liceul de Arte"."""
    if not reading.language.profile.capitals or reading.marker(i) != "by":
        return False
    if reading.markers[i].end != i + 1 or reading.tokens[i].key not in reading.language.profile.particles:
        return False
    following = i + 1
    return (
        following < len(reading.tokens)
        and reading.tokens[following].shape == "C"
        and following not in reading.titles
        and following not in reading.bodies
        and (following not in reading.known or following in reading.portfolios)
        and not _given_name(reading, following)
    )


def _given_name(reading: Reading, i: int) -> bool:
    """Whether a person's name begins at token i: a given name with another capitalised word behind it."""
    tokens = reading.tokens
    if reading.word(i) not in reading.language.given_names:
        return False
    i += 2 if i + 2 < len(tokens) and tokens[i + 1].text == "-" and not tokens[i + 1].spaced else 0  # Jean-François
    return i + 1 < len(tokens) and tokens[i + 1].shape == "C"


def _capital_run(reading: Reading, start: int) -> Mention | None:
    """A run of capitalised words around a head word: "High-Level Strategic Cooperation Council", "Bank of Georgia"."""
    if reading.bodies[start].row["category"] in ("statehood", "capital"):
        return None
    if not reading.language.profile.capitals or reading.headline or reading.tokens[start].shape not in "CU":
        return None
    tokens = reading.tokens
    begin, end = start, reading.bodies[start].end
    while begin > reading.skip and _continues_left(reading, begin - 1):
        begin -= 1
    while begin < start and (
        tokens[begin].shape not in "CU" or (begin == 0 and reading.ordinary(begin)) or begin in reading.titles
    ):
        begin += 1
    while end < len(tokens) and (
        tokens[end].shape in "CU" and end not in reading.titles and not _given_name(reading, end)
    ):
        end += 1
    if end - begin < 2:
        return None
    category = reading.bodies[start].row["category"]
    if categories()[category].speaks_for_state:
        return None
    owner = _known_ending(reading, begin)
    first = owner.start if owner and owner.entries[0].type == "state" and reading.free(owner.start, begin) else begin
    return Mention(_type(category), first, end, begin, end, category)


def _continues_left(reading: Reading, i: int) -> bool:
    token = reading.tokens[i]
    if token.shape in "CU" and i not in reading.titles:
        return True
    if token.text in "-–&" and not token.spaced:
        return i > 0 and reading.tokens[i - 1].shape in "CU"
    return reading.marker(i) == "and" and token.text == "&"


def _dateline_agency(reading: Reading) -> None:
    """An agency that no table knows, in a dateline: in brackets or slashes, or alone in capitals before the dash."""
    tokens = reading.tokens[: reading.skip]
    for i, token in enumerate(tokens):
        framed = 0 < i < len(tokens) - 1 and tokens[i - 1].text in "(/" and tokens[i + 1].text in ")/"
        alone = i == 0 and len(tokens) == 2 and token.shape == "U"
        if (framed or alone) and token.shape in "UC" and len(token.text) > 2 and reading.free(i, i + 1):
            reading.mentions.append(Mention("organization", i, i + 1, i, i + 1, "newsagency", kind="acronym"))


def _loud_acronyms(reading: Reading) -> None:
    """Acronyms that no table knows, used as names: `le CNSP`, `porte-parole du CNSP`."""
    if not reading.language.profile.capitals or reading.headline:
        return
    tokens = reading.tokens
    for i in range(max(1, reading.skip), len(tokens)):
        word = tokens[i].text
        if (
            tokens[i].shape != "U"
            or not 3 <= len(word) <= 7
            or not reading.free(i, i + 1)
            or _ROMAN.fullmatch(word)
            or i in reading.titles
            or reading.ordinary(i)
        ):
            continue
        neighbours = [tokens[j].shape for j in (i - 1, i + 1) if 0 <= j < len(tokens)]
        if (
            "d" not in neighbours and "U" not in neighbours and "C" not in neighbours and case_before(reading, i)
        ) or reading.marker(i - 1) == "det":
            reading.mentions.append(Mention("organization", i, i + 1, i, i + 1, "", kind="acronym"))


def _spelled_out(reading: Reading) -> None:
    """Names whose acronym in brackets tells where they begin: "Office national de lutte contre la drogue (ONLCD)"."""
    tokens = reading.tokens
    for i in range(reading.skip, len(tokens) - 2):
        if tokens[i].text != "(" or tokens[i + 1].shape != "U" or tokens[i + 2].text != ")":
            continue
        begins = (j for j in range(max(reading.skip, i - _SPELLED), i) if j in reading.bodies)
        start = next((j for j in begins if _initials(reading, j, i) == tokens[i + 1].fold), None)
        head = reading.bodies.get(start) if start is not None else None
        if head is None or start is None or tokens[start].shape not in "CU" or start in reading.known:
            continue
        category = head.row["category"]
        reading.mentions.append(
            Mention(_type(category), start, i + 3, start, i, category, kind="spelled", alias=(i + 1, i + 2))
        )


def _initials(reading: Reading, start: int, end: int) -> str:
    """The first letters of the words of a stretch, small words left out; nothing where a mark or verb is in it."""
    letters = ""
    for i in range(start, end):
        token = reading.tokens[i]
        if token.shape == "p" and token.text not in "'’-,":
            return ""
        if token.shape in "CU" or (token.shape == "l" and len(token.text) > 3 and not reading.marker(i)):
            letters += token.fold[0]
    return letters


def _bracketed_acronyms(reading: Reading) -> None:
    """`Name (NM)`: the acronym is another form of the name."""
    tokens = reading.tokens
    for mention in list(reading.mentions):
        i = mention.end
        if (
            mention.type in ("organization", "state")
            and mention.alias is None
            and i + 2 < len(tokens)
            and tokens[i].text == "("
            and tokens[i + 2].text == ")"
            and tokens[i + 1].shape in "UC"
            and not (i + 1 in reading.known and reading.known[i + 1].entries[0].type in ("state", "place"))
        ):
            reading.mentions = [m for m in reading.mentions if m is mention or m.start != i + 1]
            mention.alias = (i + 1, i + 2)
            mention.end = i + 3
