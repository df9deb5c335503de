"""Mentions of one article grouped into actors: one person, state, organisation or place each.

Known names are grouped by what they name. A capital is a place where something happens, and its state where it acts. A
person's shorter names join the fullest one; a title without a name joins the person who holds it. What titles say
becomes the offices of their persons.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from communique import knowledge
from communique.extract.cases import case_before, marker_before
from communique.extract.gazetteer import inflect
from communique.extract.reading import Mention, Reading, Title
from communique.knowledge import Entry

_BACK = 2  # sentences in which a counterpart's counterpart may stand
_WHERE = frozenset({"at", "to", "from"})
_LEADING = frozenset({"head", "premier", "monarch"})


@dataclass(slots=True, eq=False)
class Office:
    """What a title says of a person: see `model.Office`."""

    title: str
    rank: str
    portfolio: str
    body: Actor | None
    former: bool
    sentence: int


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


def cast(readings: list[Reading]) -> Cast:
    """The actors of an article; every mention's `actor` is set where it denotes one."""
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
    people = [(r, m) for r in readings for m in r.mentions if m.type == "person"]
    for certain in (True, False):
        for reading, mention in people:
            _take_offices(company, readings, reading, mention, certain=certain)
    for reading in readings:
        for mention in reading.mentions:
            if mention.type == "title":
                _resolve_title(company, reading, mention)
    return company


# --- states, places, known organisations -----------------------------------------------------------------------------


def _place_known(company: Cast, reading: Reading, mention: Mention) -> None:
    if not mention.entries:
        return
    entry = _choose(mention, company)
    if entry.category == "capital" and entry.of and not _is_venue(reading, mention):
        _join(company.of_entry(entry.of), reading, mention)
        mention.type = "state"
        return
    if entry.category == "region" and entry.type == "place" and _acts(reading, mention):
        mention.type = "organization"
        _join(company.of_key("organization", entry.id), reading, mention)
        return
    mention.type = entry.type
    _join(company.of_entry(entry.id), reading, mention)


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
    if case == "and":  # "in Istanbul and Yerevan": the first has the preposition
        first = next((m for m in reading.mentions if m.end == start), None)
        return first is not None and first.type == "place" and case_before(reading, first.start) in _WHERE
    return case in _WHERE


def _acts(reading: Reading, mention: Mention) -> bool:
    """Whether a region is named as an actor: the body of an office, or without a preposition of place."""
    return mention.inside or case_before(reading, mention.start) in ("", "with", "between", "by")


def _join(actor: Actor, reading: Reading, mention: Mention) -> None:
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
            (a for a in company.actors if a.type == mention.type and a.words and _short_for(words, a.words)),
            None,
        )
        if actor is None:
            actor = company.of_key(mention.type, " ".join(words))
            actor.words = actor.words or words
            actor.category = actor.category or mention.category
        _join(actor, reading, mention)
        if actor.state is None:
            actor.state = _state_inside(company, reading, mention)
    acronyms = {_folded(r, *m.alias): m.actor for r in readings for m in r.mentions if m.alias and m.actor}
    for actor in list(company.actors):
        owner = acronyms.get(actor.words)
        if isinstance(owner, Actor) and owner is not actor and owner.type == actor.type:
            _absorb(company, owner, actor)


def _short_for(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return short == long or (len(short) >= 2 and len(short) < len(long) and long[: len(short)] == short)


def _absorb(company: Cast, owner: Actor, other: Actor) -> None:
    for reading, mention in other.mentions:
        _join(owner, reading, mention)
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
    for reading, mention, words in sorted(named, key=lambda x: (-len(x[2]), x[0].index)):
        actor = next((a for a in people if _same_person(words, a.words, reading)), None)
        if actor is None:
            actor = (
                company.of_entry(mention.entries[0].id)
                if mention.entries
                else company.of_key("person", " ".join(words))
            )
            actor.words = actor.words or words
            people.append(actor)
        _join(actor, reading, mention)


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


def _take_offices(company: Cast, readings: list[Reading], reading: Reading, person: Mention, *, certain: bool) -> None:
    """The offices that a person's titles name: those whose body is named first, then those whose body is presumed."""
    actor = person.actor
    assert isinstance(actor, Actor)
    for title in person.titles:
        if title.klass == "counterpart" and not certain:
            _take_counterpart(company, readings, reading, person, title, actor)
        elif title.klass == "office" or (title.klass == "role" and title.rank in ("official", "leader") and title.body):
            body = _body_of(company, reading, title)
            if (body is not None) is certain:
                office = Office(
                    _printed(reading, title), title.rank, title.portfolio, body, title.former, reading.index
                )
                office.body = office.body or _presumed_body(company, reading, person, actor, office)
                _hold(actor, office, certain=certain)


def _states_before(reading: Reading, person: Mention) -> list[Actor]:
    """The states that a sentence names before a person, the nearest first."""
    before = [
        m.actor for m in reading.mentions if m.end <= person.start and isinstance(m.actor, Actor) and m.type == "state"
    ]
    return list(dict.fromkeys(reversed([a for a in before if isinstance(a, Actor)])))


def _presumed_body(company: Cast, reading: Reading, person: Mention, actor: Actor, office: Office) -> Actor | None:
    """The state of an office whose title names none: the person's own, else the article's, unless somebody holds it
    there.
    """
    if actor.state:
        return actor.state
    if held := next((o.body for o in actor.offices if o.body), None):
        return held
    home = company.home(reading.index)
    options = [
        *_states_before(reading, person),
        *([home] if home else []),
        *(s for s in company.states() if s is not home),
    ]
    taken = {
        id(o.body)
        for a in company.actors
        if a is not actor
        for o in a.offices
        if _seat(o) == _seat(office) and not o.former
    }
    return next((s for s in options[:3] if id(s) not in taken), home)


def _seat(office: Office) -> tuple[str, str]:
    """What only one person holds in a state at a time."""
    return ("head" if office.rank == "monarch" else office.rank), office.portfolio


def _hold(actor: Actor, office: Office, *, certain: bool) -> None:
    """Adds an office unless the person holds it already; a named body replaces a presumed one."""
    for i, held in enumerate(actor.offices):
        if (held.rank, held.portfolio) == (office.rank, office.portfolio) and held.former == office.former:
            if (
                certain
                and held.body is not office.body
                and office.body is not None
                and office.body.type == "organization"
            ):
                actor.offices[i] = office
            return
    actor.offices.append(office)


def _printed(reading: Reading, title: Title) -> str:
    """The words of a title as they are printed, without body and state."""
    words = sorted(set(title.words))
    out = ""
    for i in words:
        token = reading.tokens[i]
        out += (" " if out and (token.spaced or i - 1 not in words) else "") + token.text
    return out


def _body_of(company: Cast, reading: Reading, title: Title) -> Actor | None:
    """The actor of the body that a title names."""
    if title.body is None:
        return None
    actor = title.body.actor
    if isinstance(actor, Actor) and actor.type == "place" and actor.category == "capital":
        of = knowledge.entries()[actor.entry].of if actor.entry else None
        return company.of_entry(of) if of else None
    return actor if isinstance(actor, Actor) else None


def _take_counterpart(
    company: Cast, readings: list[Reading], reading: Reading, person: Mention, title: Title, actor: Actor
) -> None:
    """A counterpart holds the office of the person named before, in the other state."""
    earlier = readings[max(0, reading.index - _BACK) : reading.index]
    other = _person_before(reading, person) or next(
        (a for r in reversed(earlier) if (a := _last_holder(r, actor))), None
    )
    if other is None:
        return
    model = next((o for o in other.offices if not o.former), None)
    if model is None:
        return
    body = _body_of(company, reading, title)
    if body is None:
        home = other.home()
        body = next((s for s in company.states() if s is not home), None)
    _hold(
        actor,
        Office(model.title, model.rank, model.portfolio, body, False, reading.index),
        certain=title.body is not None,
    )


def _last_holder(reading: Reading, but: Actor) -> Actor | None:
    """The last person of a sentence who holds an office, other than one."""
    people = [m.actor for m in reading.mentions if isinstance(m.actor, Actor) and m.actor.type == "person"]
    return next((a for a in reversed(people) if a is not but and any(not o.former for o in a.offices)), None)


def _person_before(reading: Reading, person: Mention) -> Actor | None:
    before = [
        m for m in reading.mentions if m.type == "person" and m.end <= person.start and m.actor is not person.actor
    ]
    for m in reversed(before):
        if isinstance(m.actor, Actor) and m.actor.offices:
            return m.actor
    return None


def _resolve_title(company: Cast, reading: Reading, mention: Mention) -> None:
    """A title without a name is its holder, where the article says who that is."""
    title = mention.titles[0]
    body = _body_of(company, reading, title)
    holders = [(a, o) for a in company.actors if a.type == "person" for o in a.offices if not o.former]
    fitting = [(a, o) for a, o in holders if _fits(title, o) and (body is None or body in (o.body, a.home()))]
    if fitting:
        near = [(a, o) for a, o in fitting if reading.index < 2 or any(r.index <= reading.index for r, _ in a.mentions)]
        if not near:
            return
        last = max(near, key=lambda ao: _prominence(ao[0], reading, vague=title.klass == "role"))
        if len({id(a) for a, _ in near}) == 1 or body is not None or title.portfolio:
            _join(last[0], reading, mention)


def _prominence(actor: Actor, reading: Reading, *, vague: bool) -> tuple[int, int]:
    """How near a person was named before a sentence; of a vague role how often comes first."""
    nearest = max((r.index for r, _ in actor.mentions if r.index <= reading.index), default=-1)
    return (len(actor.mentions), nearest) if vague else (nearest, len(actor.mentions))


def _fits(title: Title, office: Office) -> bool:
    if title.klass == "role" or title.rank == "leader":
        return (
            title.rank in ("", "leader", "official", office.rank)
            and (office.rank in _LEADING or title.rank != "leader")
            and bool(title.body)
        )
    return title.rank == office.rank and (
        not title.portfolio or not office.portfolio or title.portfolio == office.portfolio
    )
