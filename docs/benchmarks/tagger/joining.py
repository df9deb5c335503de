"""The tagger's opinion put into the reading of an article, between the rules' names and what is made of them.

The engine is left as it is: for the time of a measurement, two of its functions are wrapped. Before surnames are looked
for, names are added, mended and struck out; before titles are given to persons, their bodies are set right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from unittest.mock import patch

from corpora import LOCATION, ORGANISATION, PERSON
from model import Guess, Opinion, Tagger

from communique.extract import article
from communique.extract.reading import Mention, Reading, Title

_TYPE_OF = {PERSON: "person", ORGANISATION: "organization", LOCATION: "place"}
NEVER = 2.0  # a probability that nothing reaches


@dataclass(frozen=True, slots=True)
class Policy:
    """When the tagger is heeded; probabilities.

    `add`: a name where the rules have none; `mend`: other words or another type than an unknown name of the rules;
    `veto`: an unknown name of the rules goes where the tagger sees a name with less than this; `replace`: all names
    of the rules go, and all of the tagger's come.
    """

    add: float = NEVER
    mend: float = NEVER
    veto: float = 0.0
    replace: bool = False


RULES = Policy()
TAGGER = Policy(replace=True)


@contextmanager
def joined(tagger: Tagger | None, policy: Policy) -> Iterator[None]:
    """While it lasts, `extract` heeds a tagger; not where there is none."""
    if tagger is None or policy == RULES:
        yield
        return
    surnames: Callable[[Sequence[Reading]], None] = vars(article)["find_surnames"]
    link: Callable[[Reading, list[Title]], None] = vars(article)["link_titles"]

    def heeding(readings: Sequence[Reading]) -> None:
        for reading, opinion in zip(readings, tagger.opinions(readings), strict=True):
            _heed(reading, opinion, policy)
        if not policy.replace:
            surnames(readings)

    def linking(reading: Reading, titles: list[Title]) -> None:
        for title in titles:
            title.bodies = [b for b in title.bodies if any(b is m for m in reading.mentions)] or _within(reading, title)
        link(reading, titles)

    with patch.object(article, "find_surnames", heeding), patch.object(article, "link_titles", linking):
        yield


def _within(reading: Reading, title: Title) -> list[Mention]:
    """The states and organisations that stand within a title."""
    return [
        m
        for m in reading.mentions
        if m.type in ("state", "organization") and title.start <= m.start and m.end <= title.end
    ]


def _heed(reading: Reading, opinion: Opinion, policy: Policy) -> None:
    """Changes the mentions of one sentence as a policy says."""
    if policy.replace:
        reading.mentions = [m for m in reading.mentions if m.kind == "demonym"]
    reading.mentions = [m for m in reading.mentions if not (_open(m) and _doubted(m, opinion, policy.veto))]
    for guess in opinion.guesses:
        rivals = [m for m in reading.mentions if m.start < guess.end and m.end > guess.start]
        if guess.start < reading.skip and not policy.replace:
            continue
        if not rivals and (policy.replace or (guess.sure >= policy.add and _bare(reading, guess))):
            reading.mentions.append(_mention(reading, guess))
        elif rivals and guess.sure >= policy.mend and all(map(_open, rivals)) and not _agreed(rivals, guess):
            reading.mentions = [m for m in reading.mentions if all(m is not r for r in rivals)]
            reading.mentions.append(_mention(reading, guess))
    reading.mentions.sort(key=lambda m: (m.start, -m.end))


def _open(mention: Mention) -> bool:
    """Whether a mention is the rules' own guess: a name that no table knows, no part of a title."""
    return mention.type in _TYPE_OF.values() and not mention.entries and not mention.inside


def _doubted(mention: Mention, opinion: Opinion, veto: float) -> bool:
    named = opinion.named[mention.name_start : mention.name_end]
    return sum(named) < veto * len(named)


def _bare(reading: Reading, guess: Guess) -> bool:
    """Whether a guess stands in running text, and on no title."""
    return not reading.headline and not any(i in reading.titles for i in range(guess.start, guess.end))


def _agreed(rivals: list[Mention], guess: Guess) -> bool:
    return any((m.name_start, m.name_end, m.type) == (guess.start, guess.end, _TYPE_OF[guess.label]) for m in rivals)


def _mention(reading: Reading, guess: Guess) -> Mention:
    """A mention of what was guessed; a known name of the same words says what it is."""
    known = reading.known.get(guess.start)
    if known and known.end == guess.end and known.kind != "demonym":
        entry = known.entries[0]
        return Mention(
            entry.type, guess.start, guess.end, guess.start, guess.end, entry.category, known.entries, known.kind
        )
    return Mention(_TYPE_OF[guess.label], guess.start, guess.end, guess.start, guess.end)
