"""Mentions of one article grouped into actors: one person, state, organisation or place each.

Known names are grouped by what they name. A capital is a place where something happens, and its state where it acts. A
person's shorter names join the fullest one. What titles say of persons is read afterwards (`offices`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from communique import knowledge
from communique.extract.cases import case_before, marker_before
from communique.extract.gazetteer import inflect
from communique.extract.reading import Mention, Reading
from communique.knowledge import Entry

_WHERE = frozenset({"at", "to", "from"})


@dataclass(slots=True, eq=False)
class Office:
    """What a title says of a person: see `model.Office`."""

    title: str
    rank: str
    portfolio: str
    body: Actor | None
    former: bool
    sentence: int
    named: bool = False  # the title names its body


@dataclass(slots=True, eq=False)
class Actor:
    """An entity of one article while it is being read."""

    type: str
    key: str
    category: str = ""
    wikidata: str | None = None
    entry: str | None = None
    state: Actor | None = None  # of an organisation or place, where known
    mentions: list[tuple[Reading, Mention]] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    words: tuple[str, ...] = ()  # of a person's or organisation's fullest name, folded

    def home(self) -> Actor | None:
        """The state that an actor belongs to or speaks for."""
        if self.type == "state":
            return self
        if self.state:
            return self.state
        for office in self.offices:
            if office.body:
                return office.body if office.body.type == "state" else office.body.state or office.body
        return None


@dataclass(slots=True)
class Cast:
    """All actors of an article, and the state that it is written from."""

    actors: list[Actor] = field(default_factory=list)
    homes: dict[int, Actor] = field(default_factory=dict)  # first sentence of a story -> the state it is written from
    places: dict[int, Actor] = field(default_factory=dict)  # the same -> the place that its dateline names
    stories: list[int] = field(default_factory=list)  # sentences that open with a dateline
    _by_key: dict[tuple[str, str], Actor] = field(default_factory=dict)

    def of_key(self, type_: str, key: str) -> Actor:
        """The actor of a key, made where there is none yet."""
        actor = self._by_key.get((type_, key))
        if actor is None:
            actor = self._by_key[type_, key] = Actor(type_, key)
            self.actors.append(actor)
        return actor

    def of_entry(self, entry_id: str) -> Actor:
        """The actor of a knowledge entry, with the state it belongs to."""
        entry = knowledge.entries()[entry_id]
        actor = self.of_key(entry.type, entry_id)
        if actor.entry is None:
            actor.entry, actor.category, actor.wikidata = entry_id, entry.category, entry.wikidata
            if entry.of and entry.type in ("organization", "person"):
                actor.state = self.of_entry(entry.of)
        return actor

    def home(self, sentence: int) -> Actor | None:
        """The state that the story of a sentence is written from."""
        begins = max((i for i in self.homes if i <= sentence), default=None)
        return None if begins is None else self.homes[begins]

    def here(self, sentence: int) -> Actor | None:
        """The place that the dateline of a sentence's story names."""
        return self.places.get(self.story(sentence))

    def story(self, sentence: int) -> int:
        """The first sentence of the story that a sentence belongs to: the last dateline before it, or 0."""
        return max((i for i in self.stories if i <= sentence), default=0)

    def states(self) -> list[Actor]:
        """The states of the article, the most often mentioned first."""
        found = [a for a in self.actors if a.type == "state" and a.mentions]
        return sorted(found, key=lambda a: -len(a.mentions))


def group(readings: list[Reading]) -> Cast:
    """The actors of an article; the `actor` of every mention of a name is set."""
    company = Cast()
    for reading in readings:
        for mention in reading.mentions:
            mention.sentence = reading.index
            if mention.type in ("state", "organization", "place"):
                _place_known(company, reading, mention)
    _group_organizations(company, readings)
    _group_persons(company, readings)
    company.stories = [r.index for r in readings if r.skip]
    company.homes = _home_states(company, readings)
    company.places = _dateline_places(readings)
    return company


# --- states, places, known organisations -----------------------------------------------------------------------------


def _place_known(company: Cast, reading: Reading, mention: Mention) -> None:
    if not mention.entries:
        return
    entry = _choose(mention, company)
    if mention.type == "organization" and entry.type == "place":  # a city's government
        join(company.of_key("organization", entry.id), reading, mention)
        return
    if entry.category == "capital" and entry.of and not _is_venue(reading, mention):
        join(company.of_entry(entry.of), reading, mention)
        mention.type = "state"
        return
    if entry.category == "region" and entry.type == "place" and _acts(reading, mention):
        mention.type = "organization"
        join(company.of_key("organization", entry.id), reading, mention)
        return
    mention.type = entry.type
    join(company.of_entry(entry.id), reading, mention)


def _choose(mention: Mention, company: Cast) -> Entry:
    """Of entries that bear one name, the one that the article has named before, else the first."""
    for entry in mention.entries:
        if any(a.entry == entry.id for a in company.actors):
            return entry
    return mention.entries[0]


def _is_venue(reading: Reading, mention: Mention) -> bool:
    """Whether a capital is named as a place: in a dateline, after a preposition of place, or as a capital."""
    if mention.kind == "description":
        return True
    if mention.end <= reading.skip or mention.inside:
        return not mention.inside
    case, start = marker_before(reading, mention.start)
    comma = not case and reading.tokens[mention.start - 1].text in ",،"
    if case == "and" or comma:  # "in Istanbul, Baku and Yerevan": the first has the preposition
        end = mention.start - 1 if comma else start
        first = next((m for m in reading.mentions if m.end == end), None)
        return first is not None and first.type == "place" and _is_venue(reading, first)
    return case in _WHERE


def _acts(reading: Reading, mention: Mention) -> bool:
    """Whether a region is named as an actor: the body of an office, or without a preposition of place."""
    return mention.inside or case_before(reading, mention.start) in ("", "with", "between", "by")


def join(actor: Actor, reading: Reading, mention: Mention) -> None:
    """Makes a mention one of an actor's."""
    actor.mentions.append((reading, mention))
    mention.actor = actor


# --- organisations ---------------------------------------------------------------------------------------------------


def _folded(reading: Reading, start: int, end: int) -> tuple[str, ...]:
    return tuple(t.fold for t in reading.tokens[start:end] if t.shape != "p")


def _group_organizations(company: Cast, readings: list[Reading]) -> None:
    """Unknown organisations and venues by their names; a short name joins the longer one that begins with it."""
    unknown = [
        (r, m, _folded(r, m.name_start, m.name_end))
        for r in readings
        for m in r.mentions
        if m.type in ("organization", "place") and m.actor is None
    ]
    for reading, mention, words in sorted(unknown, key=lambda x: -len(x[2])):
        actor = next(
            (
                a
                for a in company.actors
                if a.type == mention.type and a.words and _short_for(words, a.words, lone=mention.kind == "short")
            ),
            None,
        )
        if actor is None:
            actor = company.of_key(mention.type, " ".join(words))
            actor.words = actor.words or words
            actor.category = actor.category or mention.category
        join(actor, reading, mention)
        if actor.state is None:
            actor.state = _state_inside(company, reading, mention)
    acronyms = {_folded(r, *m.alias): m.actor for r in readings for m in r.mentions if m.alias and m.actor}
    for actor in list(company.actors):
        owner = acronyms.get(actor.words)
        if isinstance(owner, Actor) and owner is not actor and owner.type == actor.type:
            _absorb(company, owner, actor)


def _short_for(short: tuple[str, ...], long: tuple[str, ...], *, lone: bool) -> bool:
    return short == long or ((lone or len(short) >= 2) and len(short) < len(long) and long[: len(short)] == short)


def _absorb(company: Cast, owner: Actor, other: Actor) -> None:
    for reading, mention in other.mentions:
        join(owner, reading, mention)
    company.actors.remove(other)


def _state_inside(company: Cast, reading: Reading, mention: Mention) -> Actor | None:
    """The state that an organisation's phrase names, and a mention of it for each demonym."""
    for i in range(mention.start, mention.end):
        known = reading.known.get(i)
        if known and known.end <= mention.end:
            entry = known.entries[0]
            state = entry.id if entry.type == "state" else entry.of if entry.category == "capital" else None
            if state:
                return company.of_entry(state)
    return None


# --- persons ---------------------------------------------------------------------------------------------------------


def _group_persons(company: Cast, readings: list[Reading]) -> None:
    """Persons by their names, the fullest first."""
    named = [(r, m, _folded(r, m.name_start, m.name_end)) for r in readings for m in r.mentions if m.type == "person"]
    people: list[Actor] = []
    for reading, mention, words in sorted(named, key=lambda x: (-len(x[2]), _initials(x[2]), x[0].index)):
        actor = next((a for a in people if _same_person(words, a.words, reading)), None)
        if actor is None:
            actor = (
                company.of_entry(mention.entries[0].id)
                if mention.entries
                else company.of_key("person", " ".join(words))
            )
            actor.words = actor.words or words
            people.append(actor)
        join(actor, reading, mention)


def _initials(words: tuple[str, ...]) -> int:
    """How many words of a name are initials: names without any come first."""
    return sum(len(w) == 1 for w in words)


def _same_person(short: tuple[str, ...], long: tuple[str, ...], reading: Reading) -> bool:
    """Whether every word of the shorter name stands in the longer one, in order; initials stand for their words."""
    if not short:
        return False
    at = 0
    for word in short:
        while at < len(long) and not _same_word(word, long[at], reading):
            at += 1
        if at == len(long):
            return False
        at += 1
    return len(short) > 1 or _same_word(short[0], long[-1], reading) or len(short[0]) > 3


def _same_word(a: str, b: str, reading: Reading) -> bool:
    if a == b or (len(a) == 1 and b.startswith(a)):
        return True
    rules = reading.language.inflections
    return (
        bool(rules)
        and len(a) > 3
        and len(b) > 3
        and a[:3] == b[:3]
        and (
            a in set(inflect(b, rules))
            or b in set(inflect(a, rules))
            or bool(set(inflect(a, rules)) & set(inflect(b, rules)))
        )
    )


def _home_states(company: Cast, readings: list[Reading]) -> dict[int, Actor]:
    """First sentence of a story -> the state it is written from: of its dateline's city or agency.

    Without a dateline the state that is named most is the home of the whole article.
    """
    homes: dict[int, Actor] = {}
    for reading in readings:
        for mention in reading.mentions:
            actor = mention.actor
            if mention.end <= reading.skip and isinstance(actor, Actor) and actor.entry and reading.index not in homes:
                of = knowledge.entries()[actor.entry].of
                if of:
                    homes[reading.index] = company.of_entry(of)
    states = company.states()
    if states and 0 not in homes:
        homes[0] = homes[min(homes)] if homes else states[0]
    return homes


def _dateline_places(readings: list[Reading]) -> dict[int, Actor]:
    """First sentence of a story -> the place of its dateline; lines before the first dateline belong to it."""
    places: dict[int, Actor] = {}
    for reading in readings:
        for mention in reading.mentions:
            if mention.end <= reading.skip and isinstance(mention.actor, Actor) and mention.actor.type == "place":
                places.setdefault(reading.index, mention.actor)
    if places:
        places.setdefault(0, places[min(places)])
    return places
