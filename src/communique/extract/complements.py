"""What belongs to a title behind its head: its portfolio, its body or state, a title within it.

    ministre | iranien | de la Défense         secretary | of state | for trade         глава | «Роснефти»

A title grows to the right by steps, each of which takes one piece or nothing; the first that takes something wins, and
the growth ends where none does. Small words (of, the, for) are passed, and belong to the title only if something
follows them.
"""

from __future__ import annotations

from dataclasses import dataclass

from communique.extract.reading import CLOSING, OPENING, Mention, Reading, Title, script_changes
from communique.schema.ranks import Rank, ranks

RUN = 5  # words of an unknown body
_PASSED = ("of", "det", "about", "at", "to")  # markers before a portfolio
_LINKS = frozenset({"of", "det", "about", "behalf"})  # markers between a title and what belongs to it
_REACH = 14  # tokens behind a title's head


@dataclass(slots=True)
class _Growth:
    """A title while it grows to the right: the token reached, and whether an `of` was passed since the last piece."""

    reading: Reading
    title: Title
    i: int
    words: list[int]
    passed: bool = False

    @property
    def rank(self) -> Rank:
        return ranks()[self.title.rank]

    @property
    def last(self) -> Mention | None:
        """The last body taken."""
        return self.title.bodies[-1] if self.title.bodies else None

    def mention(self, i: int) -> Mention | None:
        """The mention that begins at token i, unless it is one of the portfolios that the title lists."""
        found = _mention_at(self.reading, i)
        piece = self.reading.portfolios.get(i)
        if found and piece and self.title.portfolio and found.type == "organization" and piece.end >= found.end:
            return None  # "et de la Francophonie"
        return found

    def piece(self, end: int, *, words: bool = False) -> bool:
        """Takes the tokens up to `end` into the title, as words of the office itself or of its body."""
        if words:
            self.words += range(self.i, end)
        self.i = self.title.end = end
        self.passed = False
        return True

    def body(self, mention: Mention) -> bool:
        self.title.bodies.append(mention)
        return self.piece(mention.end)

    def step(self, i: int) -> bool:
        """Passes small words that belong to the title only if something follows them."""
        self.i, self.passed = i, True
        return True


def _body(g: _Growth) -> bool:
    """The state, organisation or region of the office, or the city that a mayor governs."""
    mention = g.mention(g.i)
    if mention is None or g.title.bodies:
        return False
    profile = g.reading.language.profile
    local = g.rank.local and mention.category in ("city", "capital") and (g.passed or profile.bare_genitive)
    local = local or (bool(g.rank.sits) and mention.category == "venue")
    if not (mention.type in ("state", "organization") or mention.category == "region" or local):
        return False
    if not g.passed and (not profile.title_first or (mention.category == "newsagency" and mention.kind != "demonym")):
        return False
    if local:
        _govern(mention)
    if mention.type == "state" and (owned := _owned(g, mention)):
        mention.inside = True
        return g.body(owned)
    return g.body(mention)


def _owned(g: _Growth, state: Mention) -> Mention | None:
    """The organisation that a state's possessive is of: "head of Türkiye's Defence Industry Agency"."""
    if g.reading.marker(state.end) != "possessive":
        return None
    found = g.mention(g.reading.markers[state.end].end)
    return found if found and found.type == "organization" else None


def _govern(place: Mention) -> None:
    """Lets a place stand for those who run it: a city for its government, an airport for its company."""
    place.type = "organization"
    place.category = "region" if place.category in ("city", "capital") else place.category


def _state_of_body(g: _Growth) -> bool:
    """The state of a body that the title has: "président de l'Assemblée nationale (AN) du Vietnam"."""
    mention = g.mention(g.i)
    if mention is None or mention.type != "state" or not g.title.bodies or g.title.plural:
        return False
    if g.passed and g.last and g.last.type == "organization" and g.last.actor is None and not g.last.entries:
        g.last.end = mention.end
        mention.inside = True
        return g.piece(mention.end)
    return False


def _further_body(g: _Growth) -> bool:
    """Further bodies of a plural title: "the foreign ministers of X, Y and Z"."""
    if not g.title.plural or not g.last:
        return False
    mention = g.mention(g.i)
    if mention and mention.type == "state":
        return g.body(mention)
    if g.reading.tokens[g.i].text in ",،":
        later = g.mention(g.i + 1)
        types: tuple[str, ...] = (g.last.type,)
    elif g.reading.marker(g.i) == "and":
        later, types = g.mention(g.reading.behind(g.reading.markers[g.i].end, "of", "det")), ("state", "organization")
    else:
        return False
    return g.body(later) if later and later.type in types else False


def _seat(g: _Growth) -> bool:
    """Where an envoy is posted: "the Russian ambassador to Moldova"."""
    if not g.rank.seat or g.reading.marker(g.i) not in ("at", "to"):
        return False
    seat = g.mention(g.reading.behind(g.reading.markers[g.i].end, "det"))
    if seat is None or seat.type not in ("state", "place", "organization"):
        return False
    seat.inside = True
    return g.piece(seat.end)


def _portfolio(g: _Growth) -> bool:
    piece = g.reading.portfolios.get(g.i)
    if piece is None or (g.mention(g.i) and not g.passed):
        return False
    g.title.portfolio = g.title.portfolio or piece.row["portfolio"]
    return g.piece(piece.end, words=True)


def _nested(g: _Growth) -> bool:
    """A title within this one: "deputy of the foreign minister", «معاون وزیر», "aide to Egypt's president"."""
    led = g.last is not None and g.last.end == g.i and not g.reading.language.profile.title_first
    if led and g.reading.marker(g.i) == "possessive":
        g.i = g.reading.markers[g.i].end
    inner = g.reading.titles.get(g.i)
    if inner is None or inner.row["class"] != "office" or inner.row["rank"] not in g.rank.nests:
        return False
    if g.title.klass != "office":
        return False
    if not (g.passed or led or g.rank.bare or g.reading.language.profile.bare_genitive):
        return False
    return g.piece(inner.end, words=True)


def _unknown(g: _Growth) -> bool:
    """A body that no table knows, in capitals behind "director of"."""
    if not g.passed or g.title.bodies or g.title.klass == "counterpart" or (g.rank.sole and not g.title.portfolio):
        return False
    unknown = _unknown_body(g.reading, g.i)
    if unknown is None:
        return False
    g.reading.mentions.append(unknown)
    return g.body(unknown)


def _common_body(g: _Growth) -> bool:
    """The word for a body named before: "spokesman of the ministry", «سخنگوی این وزارت»."""
    head = g.reading.bodies.get(g.i)
    bare = g.reading.language.profile.bare_genitive and g.title.end == g.i
    if head is None or g.title.bodies or g.title.common or not (g.passed or bare) or g.mention(g.i):
        return False
    g.title.common = head.row["category"]
    return g.piece(head.end)


def _charge(g: _Growth) -> bool:
    """The preposition before a portfolio: "secrétaire à la Défense", "ministre de l'Économie, de la Planification"."""
    i = g.i + 1 if g.reading.tokens[g.i].text in ",،" and g.title.portfolio else g.i
    if i == g.i and not (g.reading.marker(i) in ("at", "to") and g.rank.portfolio):
        return False
    behind = g.reading.behind(i, *_PASSED)
    return g.step(behind) if behind > g.i and behind in g.reading.portfolios else False


def _served(g: _Growth) -> bool:
    """The preposition before whom an official works for: "adviser to the Italian president"."""
    if g.reading.marker(g.i) != "to":
        return False
    start = g.reading.behind(g.reading.markers[g.i].end, "det")
    state = g.mention(start)
    inner = g.reading.titles.get(g.reading.behind(state.end, "possessive") if state else start)
    return g.step(start) if inner and inner.row["rank"] in g.rank.nests else False


def _link(g: _Growth) -> bool:
    if g.reading.marker(g.i) not in _LINKS:
        return False
    return g.step(g.reading.markers[g.i].end)


def _and_portfolio(g: _Growth) -> bool:
    if g.reading.marker(g.i) != "and" or not g.title.portfolio:
        return False
    end = g.reading.markers[g.i].end
    if end not in g.reading.portfolios:
        return False
    g.words += range(g.i, end)
    g.i = end
    return True


def _body_at(g: _Growth) -> bool:
    """The state or organisation behind "at", "in" or "from": "ministru de externe de la Kiev", "director at X"."""
    if g.reading.marker(g.i) not in ("at", "from") or g.title.bodies:
        return False
    later = g.mention(g.reading.behind(g.reading.markers[g.i].end, "det"))
    if later is None:
        return False
    state = (later.type == "state" or later.category == "capital") and (
        g.title.portfolio or g.rank.state or g.title.klass == "counterpart"
    )
    return g.body(later) if state or later.type == "organization" else False


def _adjective(g: _Growth) -> bool:
    """An adjective that no table knows between a title and its portfolio: "ministre québécoise de l'Économie"."""
    i = g.i
    if not g.reading.language.profile.title_first or g.passed or i != g.title.end or not g.rank.portfolio:
        return False
    if g.reading.tokens[i].shape != "l" or i in g.reading.markers or i + 1 >= len(g.reading.tokens):
        return False
    behind = g.reading.behind(i + 1, *_PASSED)
    return g.step(behind) if behind > i + 1 and behind in g.reading.portfolios else False


def _quoted(g: _Growth) -> bool:
    """A body in quotation marks: «глава "Роснефти"»."""
    tokens, i = g.reading.tokens, g.i
    if g.title.bodies or tokens[i].text not in OPENING or not g.reading.language.profile.capitals:
        return False
    close = next((j for j in range(i + 2, min(len(tokens), i + 8)) if tokens[j].text in CLOSING), 0)
    inside = [m for m in g.reading.mentions if m.start < close and m.end > i]
    if not close or tokens[i + 1].shape not in "CU" or any(m.start != i + 1 or m.end != close for m in inside):
        return False
    if not g.title.rank or (g.rank.sole and not g.rank.sits):
        return False
    body = inside[0] if inside else Mention("organization", i + 1, close, i + 1, close)
    if not inside:
        g.reading.mentions.append(body)
    return g.body(body) and g.piece(close + 1)


def _bare(g: _Growth) -> bool:
    """A body in the genitive right behind a title, before a name: "глава ФИДЕ Аркадий Дворкович"."""
    profile = g.reading.language.profile
    if g.title.bodies or g.passed or g.i != g.title.end or not (profile.bare_genitive and profile.capitals):
        return False
    if g.reading.headline or g.title.klass != "office" or g.rank.sole:
        return False
    seat = g.mention(g.i)
    if seat:
        if seat.type != "place" or not _person_opens(g.reading, seat.end):
            return False
        _govern(seat)
        return g.body(seat)
    end = _bare_end(g.reading, g.i)
    if end == g.i:
        return False
    unknown = Mention("organization", g.i, end, g.i, end)
    g.reading.mentions.append(unknown)
    return g.body(unknown)


def _bare_end(reading: Reading, start: int) -> int:
    """The end of a body's name that runs on into a person's; `start` where none is to be seen."""
    tokens, end = reading.tokens, start
    while end < len(tokens) and end - start < RUN and reading.free(end, end + 1) and end not in reading.titles:
        behind = end + 1 if tokens[end].text == "," else end
        if end > start and _person_opens(reading, behind):
            return end
        if tokens[end].shape not in "CU" or (end == start and _given(reading, start)):
            return start
        if end == start and tokens[end].shape == "U" and _two_capitals(reading, end + 1):
            return end + 1  # "глава ФИДЕ Аркадий Дворкович"
        end += 1
    return start


def _two_capitals(reading: Reading, i: int) -> bool:
    return [t.shape for t in reading.tokens[i : i + 2]] == ["C", "C"]


def _given(reading: Reading, i: int) -> bool:
    return reading.word(i) in reading.language.given_names


def _person_opens(reading: Reading, i: int) -> bool:
    """Whether a person's name seems to begin at token i: a given name or an initial, or another script."""
    tokens = reading.tokens
    if i + 1 >= len(tokens) or tokens[i].shape not in "CU" or i in reading.titles:
        return False
    if tokens[i + 1].text == "." and len(tokens[i].text) == 1:
        return True
    return tokens[i + 1].shape == "C" and (_given(reading, i) or script_changes(tokens[i - 1].text, tokens[i].text))


def _former(g: _Growth) -> bool:
    """A word behind the head that makes the office a former or acting one: «رئیس‌جمهور پیشین اندونزی»."""
    found = g.reading.titles.get(g.i)
    if found is None or g.passed or g.mention(g.i) or not g.reading.language.profile.title_first:
        return False
    if found.row["class"] not in ("former", "prefix"):
        return False
    g.title.former = g.title.former or found.row["class"] == "former"
    g.i = g.title.end = found.end
    return True


_RIGHTWARDS = (
    _former,
    _quoted,
    _bare,
    _body,
    _further_body,
    _state_of_body,
    _seat,
    _portfolio,
    _nested,
    _unknown,
    _common_body,
    _charge,
    _served,
    _link,
    _and_portfolio,
    _body_at,
    _adjective,
)


def take_complements(reading: Reading, title: Title) -> None:
    """What follows the head: demonyms, `of` a portfolio, a nested title, `of` a body or state."""
    growth = _Growth(reading, title, title.end, list(title.words))
    limit = min(len(reading.tokens), title.end + _REACH)
    while growth.i < limit and any(take(growth) for take in _RIGHTWARDS):
        pass
    title.words = tuple(growth.words)


def _unknown_body(reading: Reading, i: int) -> Mention | None:
    """A capitalised name behind "director of", that nothing else explains, is a body."""
    if not reading.language.profile.capitals or reading.headline:
        return None
    end = i
    while (
        end < len(reading.tokens)
        and end - i < RUN
        and (reading.tokens[end].shape in "CU" or (end > i and _is_hyphen(reading, end)))
        and end not in reading.titles
        and reading.free(end, end + 1)
        and not reading.ordinary(end)
        and not _person_opens(reading, end)
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


def _mention_at(reading: Reading, i: int) -> Mention | None:
    return next((m for m in reading.mentions if m.start == i and not m.inside), None)
