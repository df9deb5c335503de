"""Offices: what the titles of an article say of its persons, and who is meant by a title without a name.

Titles that name their body come first. Then the body of each other title is presumed: for "the rector X" the university
named before, for "Premier X" the state that the story is about. A counterpart holds the office of the person named
before, in the other state; a successor the office of the predecessor.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from communique import knowledge
from communique.extract.actors import Actor, Cast, Office, join
from communique.extract.reading import Mention, Reading, Title
from communique.schema.categories import categories
from communique.schema.ranks import ranks

_BACK = 2  # sentences in which a counterpart's counterpart may stand
_NEAR = 3  # sentences in which a body meant by a common word may stand
_FEW = 2  # categories of bodies: with so few, the only such body of the article is meant
_OPTIONS = 3  # states that are weighed for a title that names none


def take_offices(company: Cast, readings: list[Reading]) -> None:
    """Gives the persons of an article their offices, and titles without a name to their holders."""
    people = [(r, m) for r in readings for m in r.mentions if m.type == "person"]
    for certain in (True, False):
        for reading, person in people:
            _take_offices(company, readings, reading, person, certain=certain)
    for reading in readings:
        for mention in reading.mentions:
            if mention.type == "title":
                _resolve_title(company, reading, mention)


def _take_offices(company: Cast, readings: list[Reading], reading: Reading, person: Mention, *, certain: bool) -> None:
    """The offices of a person's titles: those whose body is named, or the others."""
    actor = person.actor
    assert isinstance(actor, Actor)
    for title in person.titles:
        if title.klass == "counterpart" and not certain:
            _take_counterpart(company, readings, reading, person, title, actor)
        elif title.klass == "office" or (title.klass == "role" and ranks()[title.rank].vague and title.body):
            body = _body_of(company, title)
            if (body is not None) is certain:
                named = body is not None or bool(title.common)
                words = _printed(reading, title)
                office = Office(words, title.rank, title.portfolio, body, title.former, reading.index, named)
                office.body = body or _presumed_body(company, readings, reading, person, title, office)
                office.body = _ministry(company, office) or office.body
                _hold(actor, office, certain=certain)


def _printed(reading: Reading, title: Title) -> str:
    """The words of a title as they are printed, without body and state, small words between its parts included."""
    words = sorted(set(title.words))
    words = [i for i in range(words[0], words[-1] + 1) if i in words or _links(reading, title, i, words)]
    out = ""
    for i in words:
        token = reading.tokens[i]
        out += (" " if out and (token.spaced or i - 1 not in words) else "") + token.text
    return out


def _links(reading: Reading, title: Title, i: int, words: list[int]) -> bool:
    """Whether token i is a preposition or article between two parts of a title: "minister OF industry", "adviser TO
    THE Italian president".
    """
    if any(b.start <= i < b.end for b in title.bodies):
        return False
    following = next(w for w in words if w > i)
    inner = next((b for b in title.bodies if i < b.start < following), None)
    if inner and following not in (inner.end, reading.behind(inner.end, "possessive")):
        return False
    end = inner.start if inner else following
    return all(reading.marker(j) or reading.tokens[j].text in "'’," for j in range(i, end))


def _hold(actor: Actor, office: Office, *, certain: bool) -> None:
    """Adds an office unless the person holds it already; a named body replaces a presumed one."""
    if office.body is None:
        return
    for i, held in enumerate(actor.offices):
        if (held.rank, held.portfolio) == (office.rank, office.portfolio) and held.former == office.former:
            if certain and held.body is not office.body and office.body.type == "organization":
                actor.offices[i] = office
            return
    actor.offices.append(office)


# --- the body of a title ---------------------------------------------------------------------------------------------


def _body_of(company: Cast, title: Title) -> Actor | None:
    """The actor of the body that a title names."""
    if title.body is None:
        return None
    actor = title.body.actor
    if isinstance(actor, Actor) and actor.type == "place" and actor.category == "capital":
        of = knowledge.entries()[actor.entry].of if actor.entry else None
        return company.of_entry(of) if of else None
    return actor if isinstance(actor, Actor) else None


def _presumed_body(
    company: Cast, readings: list[Reading], reading: Reading, person: Mention, title: Title, office: Office
) -> Actor | None:
    """The body of an office whose title names none: one that such an officer sits in, else a state."""
    actor = person.actor
    assert isinstance(actor, Actor)
    sits = (title.common,) if title.common else ranks()[title.rank].sits
    if sits and (body := _body_before(company, readings, reading, person, sits, office)):
        return body
    if not ranks()[title.rank].state or (title.common and not categories()[title.common].of_state):
        return None
    return _presumed_state(company, reading, person, actor, office)


def _body_before(
    company: Cast,
    readings: list[Reading],
    reading: Reading,
    person: Mention,
    sits: tuple[str, ...],
    office: Office,
) -> Actor | None:
    """The nearest organisation of the categories in `sits`, before a person, else behind, that nobody else heads."""
    earlier = readings[max(0, reading.index - _NEAR) : reading.index]
    heads = {rank for rank, row in ranks().items() if row.heads} if ranks()[office.rank].heads else {office.rank}
    taken = {id(o.body) for a in company.actors if a is not person.actor for o in a.offices if o.rank in heads}
    before = [m for m in reading.mentions if m.end <= person.start]
    behind = [m for m in reading.mentions if m.start >= person.end]
    for mention in [*before, *(m for r in reversed(earlier) for m in reversed(r.mentions)), *behind]:
        body = mention.actor
        if (
            isinstance(body, Actor)
            and body.type == "organization"
            and mention.category in sits
            and mention.end > readings[mention.sentence].skip
            and id(body) not in taken
        ):
            return body
    alone = [a for a in company.actors if a.type == "organization" and a.category in sits]
    return alone[0] if len(alone) == 1 and len(sits) <= _FEW and id(alone[0]) not in taken else None


def _states_before(reading: Reading, person: Mention) -> list[Actor]:
    """The states that a sentence names before a person, the nearest first."""
    before = [m for m in reading.mentions if m.end <= person.start and m.type == "state" and not m.inside]
    return list(dict.fromkeys(m.actor for m in reversed(before) if isinstance(m.actor, Actor)))


def _presumed_state(company: Cast, reading: Reading, person: Mention, actor: Actor, office: Office) -> Actor | None:
    """The state of an office: the person's own, else the article's, unless somebody else holds the office there."""
    if actor.state:
        return actor.state
    if origin := _origin(company, reading, person):
        return origin
    if held := next((s for o in actor.offices if o.body and (s := o.body.home())), None):
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
        if _post(o) == _post(office) and not o.former
    }
    return next((s for s in options[:_OPTIONS] if id(s) not in taken), home)


def _origin(company: Cast, reading: Reading, person: Mention) -> Actor | None:
    """The state whose demonym or possessive stands right before a person: "la Nigériane X", "Rwanda's X"."""
    start = person.start
    if start > 1 and reading.marker(start - 2) == "possessive" and reading.markers[start - 2].end == start:
        start -= 2
    for known in reading.known.values():
        owns = known.kind == "demonym" or start < person.start
        if owns and known.end == start and known.entries[0].type == "state":
            return company.of_entry(known.entries[0].id)
    return None


def _post(office: Office) -> tuple[str, str]:
    """What only one person holds in a state at a time."""
    return ranks()[office.rank].post, office.portfolio


def _ministry(company: Cast, office: Office) -> Actor | None:
    """The ministry that the article names for the portfolio of a minister."""
    if not (ranks()[office.rank].sole and office.portfolio) or office.former:
        return None
    for actor in company.actors:
        if actor.type != "organization" or actor.category != "ministry":
            continue
        named = actor.state is None and office.body is company.home(office.sentence)
        if (actor.state is office.body or named) and office.portfolio in _portfolios(actor):
            return actor
    return None


def _portfolios(ministry: Actor) -> set[str]:
    """The portfolios in the names of a ministry."""
    return {
        piece.row["portfolio"]
        for reading, mention in ministry.mentions
        for i, piece in reading.portfolios.items()
        if mention.start <= i < mention.end
    }


# --- counterparts ----------------------------------------------------------------------------------------------------


def _take_counterpart(
    company: Cast, readings: list[Reading], reading: Reading, person: Mention, title: Title, actor: Actor
) -> None:
    """A counterpart holds the office of the person named before, in the other state; a successor in the same."""
    earlier = readings[max(0, reading.index - _BACK) : reading.index]
    former = ranks()[title.rank].succeeds  # a successor's predecessor may hold the office no more
    before = (m for r in reversed(earlier) for m in reversed(r.mentions))
    behind = reversed([m for m in reading.mentions if m.end <= person.start])
    other = _named_behind(reading, title) or next(
        (a for m in chain(behind, before) if (a := _holder(m, former=former)) and a is not actor), None
    )
    model = next((o for o in other.offices if former or not o.former), None) if other else None
    if other is None or model is None:
        return
    body = _body_of(company, title)
    if ranks()[title.rank].succeeds:
        body = model.body
    elif body is None:
        home = other.home()
        body = next((s for s in company.states() if s is not home), None)
    former = title.former or ranks()[title.rank].former
    office = Office(model.title, model.rank, model.portfolio, body, former, reading.index)
    office.body = _ministry(company, office) or body
    _hold(actor, office, certain=title.body is not None)


def _named_behind(reading: Reading, title: Title) -> Actor | None:
    """The person whose successor a title names: "X, successor of Y"."""
    if not ranks()[title.rank].succeeds:
        return None
    start = reading.markers[title.end].end if reading.marker(title.end) in ("of", "to") else title.end
    return next((m.actor for m in reading.mentions if m.name_start == start and isinstance(m.actor, Actor)), None)


def _holder(mention: Mention, *, former: bool) -> Actor | None:
    """The person that a mention names, if an office is theirs, or was."""
    actor = mention.actor
    if mention.type != "person" or not isinstance(actor, Actor):
        return None
    return actor if any(former or not o.former for o in actor.offices) else None


# --- titles without a name -------------------------------------------------------------------------------------------


def _resolve_title(company: Cast, reading: Reading, mention: Mention) -> None:
    """A title without a name is its holder, where the article says who that is."""
    title = mention.titles[0]
    body = _body_of(company, title)
    fitting = [(a, o) for a, o in _offices(company) if _fits(title, o) and (body is None or body in (o.body, a.home()))]
    near = [(a, o) for a, o in fitting if reading.index < 2 or any(r.index <= reading.index for r, _ in a.mentions)]
    if not near:
        return
    last = max(near, key=lambda ao: _prominence(ao[0], reading, vague=title.klass == "role"))
    if len({id(a) for a, _ in near}) == 1 or body is not None or title.portfolio:
        join(last[0], reading, mention)


def _offices(company: Cast) -> Iterator[tuple[Actor, Office]]:
    """The offices that persons of the article hold now."""
    return ((a, o) for a in company.actors if a.type == "person" for o in a.offices if not o.former)


def _prominence(actor: Actor, reading: Reading, *, vague: bool) -> tuple[int, int]:
    """How near a person was named before a sentence; of a vague role how often comes first."""
    nearest = max((r.index for r, _ in actor.mentions if r.index <= reading.index), default=-1)
    return (len(actor.mentions), nearest) if vague else (nearest, len(actor.mentions))


def _fits(title: Title, office: Office) -> bool:
    """Whether a title without a name may be meant for an office, by class, rank and portfolio."""
    if title.klass == "role" or title.rank == "leader":
        return (
            (title.rank in ("", office.rank) or ranks()[title.rank].vague)
            and (ranks()[office.rank].leads or title.rank != "leader")
            and bool(title.body)
        )
    return title.rank == office.rank and (
        not title.portfolio or not office.portfolio or title.portfolio == office.portfolio
    )
