"""The part that a mention plays in its sentence, read from the small words around it.

Languages mark it with prepositions before a name (with, avec, cu, با), a possessive after it (Erdogan's visit), or an
object marker after it (را); a name without any is bare, and its place beside the trigger tells subject from object.
Mentions joined by *and* and commas form one argument with one case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.extract.reading import Mention, Reading

_ACTORS = frozenset({"person", "state", "organization", "title", "anaphor"})


@dataclass(slots=True)
class Argument:
    """Coordinated mentions with one case; `case` is a marker role or empty for a bare argument."""

    case: str
    mentions: list[Mention] = field(default_factory=list)
    marker: int = -1  # token at which its marker begins

    @property
    def start(self) -> int:
        return self.mentions[0].start

    @property
    def end(self) -> int:
        return self.mentions[-1].end


def case_before(reading: Reading, i: int) -> str:
    """The role of the marker that stands before token i, articles and the like in between."""
    return marker_before(reading, i)[0]


def marker_before(reading: Reading, i: int) -> tuple[str, int]:
    """(role, first token) of the marker that stands before token i; an empty role where there is none."""
    at = i
    while at > 0:
        ending = _marker_ending(reading, at)
        if ending is None:
            break
        role, start = ending
        if role not in ("det", "also"):
            return role, start
        at = start
    return "", -1


def _marker_ending(reading: Reading, i: int) -> tuple[str, int] | None:
    """(role, start) of the longest marker that ends at token i."""
    best: tuple[str, int] | None = None
    for start in range(max(0, i - 6), i):
        match = reading.markers.get(start)
        if match and match.end == i:
            best = best or (match.row["role"], start)
    return best


def arguments(reading: Reading, *, but: Sequence[Mention] = ()) -> list[Argument]:
    """The arguments of a sentence, left to right, `but` some mentions (the sources it names)."""
    found: list[Argument] = []
    for mention in reading.mentions:
        if mention.inside or mention.end <= reading.skip or mention in but or _names_nobody(mention):
            continue
        if found and _coordinated(reading, found[-1], mention):
            found[-1].mentions.append(mention)
        else:
            found.append(Argument(_case(reading, mention), [mention], marker_before(reading, mention.start)[1]))
    return found


def _names_nobody(mention: Mention) -> bool:
    """Whether a title stands for nobody that the article tells of: "an official", "industriel"."""
    return mention.type == "title" and mention.actor is None and not mention.titles[0].bodies


def _case(reading: Reading, mention: Mention) -> str:
    case = case_before(reading, mention.start)
    after = reading.marker(mention.end) if mention.end < len(reading.tokens) else ""
    if after == "object" and not reading.language.profile.verb_last:
        after = ""  # "la Kremlin pe președinte": the marker is of what follows
    if after in ("possessive", "object") and case not in ("with", "between", "by", "host", "lead"):
        return after
    return "" if case in ("and", "clause", "relative", "not", "also") else case


def _coordinated(reading: Reading, argument: Argument, mention: Mention) -> bool:
    """Whether only *and*, commas and articles stand between an argument and a mention of the same sort."""
    last = argument.mentions[-1]
    if (last.type in _ACTORS) != (mention.type in _ACTORS):
        return False
    gap = range(last.end, mention.start)
    if not 1 <= len(gap) <= 4:
        return False
    joined = False
    i = last.end
    while i < mention.start:
        role = reading.marker(i)
        if role in ("and", "also"):
            joined, i = True, reading.markers[i].end
        elif reading.tokens[i].text in ",،" or reading.tokens[i].text in "-–—":
            joined, i = True, i + 1
        elif role == "det":
            i = reading.markers[i].end
        else:
            return False
    return joined and i <= mention.start
