"""Words that stand for actors named before: "the two sides", دو کشور, "țara noastră"."""

from __future__ import annotations

from communique.extract.reading import Mention, Reading

_PERSONS = frozenset({"sides", "states", "leaders", "ministers", "persons", "this-state", "that-state"})


def find_anaphors(reading: Reading) -> None:
    """Adds the anaphors of a sentence to its mentions."""
    for match in reading.language.anaphors.find(reading.tokens):
        if match.row["refers"] not in _PERSONS or match.start < reading.skip:
            continue
        clear = [m for m in reading.mentions if m.start < match.end and m.end > match.start]
        if all(m.type == "title" and match.start <= m.start and m.end <= match.end for m in clear):
            reading.mentions = [m for m in reading.mentions if m not in clear]
            reading.mentions.append(
                Mention("anaphor", match.start, match.end, match.start, match.end, refers=match.row["refers"])
            )
    reading.mentions.sort(key=lambda m: (m.start, -m.end))
