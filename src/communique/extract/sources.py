"""Who says so: the agency, outlet or body that the article credits with a fact.

A dateline's agency, or a credit in the first sentence, covers the article; a sentence with a credit of its own
("selon",
"told Reuters", به گزارش) is credited so. Where one outlet cites another, the one that is cited is the source.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.extract.actors import Actor
from communique.extract.reading import Mention, Reading

_OUTLETS = frozenset({"newsagency", "agency", "outlet"})  # "agency" is what the shipped knowledge calls a news agency
_LEAD = 4  # sentences in which a credit covers the article
_REACH = 9  # tokens between the words of a credit and its source


@dataclass(slots=True)
class Credits:
    """Sources by sentence, and those that cover all that follows a dateline or the lead."""

    covering: dict[int, list[Actor]] = field(default_factory=dict)  # first sentence of a story -> its sources
    by_sentence: dict[int, list[Actor]] = field(default_factory=dict)

    def whole(self, sentence: int) -> list[Actor]:
        """The sources of the story that a sentence stands in."""
        begins = max((i for i in self.covering if i <= sentence), default=min(self.covering, default=-1))
        return self.covering.get(begins, [])

    def of(self, sentence: int) -> list[Actor]:
        return self.by_sentence.get(sentence) or self.whole(sentence)


def find_credits(readings: list[Reading]) -> Credits:
    """The sources of an article."""
    credits = Credits()
    for reading in readings:
        for mention in reading.mentions:
            actor = mention.actor
            if mention.end <= reading.skip and isinstance(actor, Actor) and actor.type == "organization":
                _add(credits.covering.setdefault(reading.index, []), actor)
        found = _credited(reading)
        if found:
            credits.by_sentence[reading.index] = found
    for reading in readings[:_LEAD]:
        outlets = [a for a in credits.by_sentence.get(reading.index, []) if _outlet(a)]
        if outlets and not credits.covering:
            credits.covering[reading.index] = outlets
    return credits


def _outlet(actor: Actor) -> bool:
    return actor.category in _OUTLETS


def _add(actors: list[Actor], actor: Actor) -> None:
    if actor not in actors:
        actors.append(actor)


def _credited(reading: Reading) -> list[Actor]:
    """The sources that a sentence names; cited ones win."""
    plain: list[Actor] = []
    cited: list[Actor] = []
    for kind, mention in credited_mentions(reading):
        actor = _body(mention)
        if actor:
            _add(cited if kind == "cites" else plain, actor)
    return cited or plain


def credited_mentions(reading: Reading) -> list[tuple[str, Mention]]:
    """(kind of credit, mention) for each mention that a sentence names as its source."""
    found: list[tuple[str, Mention]] = []
    for match in reading.language.sources.find(reading.tokens):
        kind = match.row["source"]
        if match.start >= reading.skip:
            behind = kind in ("follows", "cites", "dateline")
            found += [(kind, m) for m in (_behind(reading, match.end) if behind else _before(reading, match.start))]
    return found


def _behind(reading: Reading, i: int) -> list[Mention]:
    """The first organisation or person within reach behind token i, with those joined to it."""
    found = [
        m
        for m in reading.mentions
        if i <= m.start <= i + _REACH and m.type in ("organization", "person", "title") and not m.inside
    ]
    if not found:
        return []
    chain = found[:1]
    for m in found[1:]:
        gap = range(chain[-1].end, m.start)
        if len(gap) <= 2 and all(reading.marker(j) == "and" or reading.tokens[j].text in ",،" for j in gap):
            chain.append(m)
    return chain


def _before(reading: Reading, i: int) -> list[Mention]:
    """The organisation or person that ends closest before token i."""
    found = [
        m
        for m in reading.mentions
        if i - _REACH <= m.end <= i and m.type in ("organization", "person", "title") and not m.inside
    ]
    return found[-1:]


def _body(mention: Mention) -> Actor | None:
    """The organisation that a source is or speaks for; a state is none."""
    actor = mention.actor
    if isinstance(actor, Actor) and actor.type == "organization":
        return actor
    if isinstance(actor, Actor) and actor.type == "person":
        for office in actor.offices:
            if office.named and office.body and office.body.type == "organization":
                return office.body
    if mention.type == "title" and mention.titles[0].body:
        body = mention.titles[0].body.actor
        return body if isinstance(body, Actor) and body.type == "organization" else None
    return None
