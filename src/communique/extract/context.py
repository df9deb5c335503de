"""What an article has said so far: who the two sides are, who was spoken of last, when and where things happened."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.extract.actors import Actor, Cast
from communique.extract.reading import Mention
from communique.extract.weighing import Weighing
from communique.schema.ranks import ranks

_RANKS_OF = {"leaders": ("head", "monarch", "premier", "leader"), "ministers": ("minister", "deputy")}


_OFTEN = 2  # mentions of a state that an article is about


@dataclass(slots=True)
class Context:
    """Running memory of one article, updated after each event."""

    company: Cast
    published: str | None = None  # what relative dates are counted from
    sides: list[Actor] = field(default_factory=list)  # states or bodies of the last event
    state_sides: list[Actor] = field(default_factory=list)  # of the last event between states
    people: list[Actor] = field(default_factory=list)  # participants of the last meeting
    topic: Actor | None = None  # the last subject that is a person
    place: Actor | None = None
    date: str | None = None
    weighed: list[Weighing] = field(default_factory=list)  # what may have been told, believed or not
    named: dict[int, list[tuple[Actor, int]]] = field(default_factory=dict)  # sentence -> its states and their ends

    def begin_story(self) -> None:
        """Forgets what the story before said: a new dateline begins another."""
        self.sides, self.state_sides, self.people = [], [], []
        self.topic = self.place = None

    def who(self, mentions: list[Mention]) -> list[Actor]:
        """The actors that mentions denote, in their order, each once; anaphors are resolved."""
        found: list[Actor] = []
        for mention in mentions:
            for actor in self._denoted(mention):
                if actor not in found:
                    found.append(actor)
        return found

    def _denoted(self, mention: Mention) -> list[Actor]:
        if isinstance(mention.actor, Actor):
            return [mention.actor]
        if mention.type == "anaphor":
            return self._anaphor(mention)
        if mention.type == "title":
            return self._unnamed(mention)
        return []

    def _unnamed(self, mention: Mention) -> list[Actor]:
        """An unnamed office-holder takes part through the body that the title names."""
        title = mention.titles[0]
        if title.former or not (title.klass == "office" or (title.klass == "role" and ranks()[title.rank].vague)):
            return []
        actors = [body.actor for body in title.bodies]
        return [a for a in actors if isinstance(a, Actor) and a.type in ("state", "organization")]

    def _anaphor(self, mention: Mention) -> list[Actor]:
        refers = mention.refers
        if refers in ("sides", "states"):
            near = self._pair_before(mention)
            return near or self.two_sides()
        if refers == "this-state":
            home = self.company.home(mention.sentence)
            return [home] if home else []
        if refers == "persons":
            return self.people[:2]
        if refers in _RANKS_OF:
            wanted = _RANKS_OF[refers]
            fitting = [a for a in self.people if any(o.rank in wanted for o in a.offices)]
            if len(fitting) == 2:
                return fitting
            known = [a for a in self.company.actors if a.type == "person" and any(o.rank in wanted for o in a.offices)]
            return known[:2] if len(known) == 2 else []
        return []

    def _pair_before(self, mention: Mention) -> list[Actor]:
        """The two states that the words before "the two countries" name, in its sentence or else the one before it."""
        for sentence in (mention.sentence, mention.sentence - 1):
            named = [
                a for a, end in self.named.get(sentence, []) if sentence < mention.sentence or end <= mention.start
            ]
            pair = list(dict.fromkeys(named))
            if len(pair) == 2:
                return pair
        return []

    def two_sides(self) -> list[Actor]:
        """The two states or bodies that the article is about here: of the last event, else the two named most."""
        if len(self.sides) >= 2:
            return self.sides[:2]
        return self._two_states()

    def _two_states(self) -> list[Actor]:
        if len(self.state_sides) >= 2:
            return self.state_sides[:2]
        if len(self.company.stories) > 1:
            return []  # what is named most in several stories is the matter of none
        states = [s for s in self.company.states() if len(s.mentions) >= _OFTEN]
        return states[:2] if len(states) >= 2 else []

    def other_side(self, actor: Actor) -> Actor | None:
        """The side that stands opposite an actor in what was told last, else the other of the two states named most."""
        for sides in (self.sides, self._two_states()):
            others = [s for s in sides[:2] if s is not actor]
            if actor in sides[:2] and others and others[0].type == actor.type:
                return others[0]
        return None

    def remember(self, people: list[Actor], place: Actor | None, date: str | None) -> None:
        """Takes note of an event."""
        if people:
            self.people = [a for a in people if a.type == "person"] or self.people
            homes: list[Actor] = []
            for actor in people:
                home = actor if actor.type == "organization" else actor.home()
                if home and home not in homes:
                    homes.append(home)
            if len(homes) >= 2:
                self.sides = homes
            if len([h for h in homes if h.type == "state"]) >= 2:
                self.state_sides = [h for h in homes if h.type == "state"]
        self.place = place or self.place
        self.date = date or self.date
