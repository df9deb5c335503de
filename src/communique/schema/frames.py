"""The frames of `frames.toml`: which arguments of a trigger fill which fields of a record."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Frame:
    """How the arguments of a trigger are read. The tuples name cases (see `frames.toml`)."""

    name: str
    type: str  # meeting | agreement
    participants: tuple[str, ...]
    parties: tuple[str, ...]
    signatories: tuple[str, ...]
    place: tuple[str, ...]
    needs: int
    travel: str = ""  # going | journey
    setting: bool = False


@cache
def frames() -> dict[str, Frame]:
    """Frame name -> frame.

    >>> frames()["visit"].place
    ('to', 'at', 'object', 'from')
    """
    text = (files("communique.schema") / "frames.toml").read_text(encoding="utf-8")
    return {
        name: Frame(
            name,
            row["type"],
            tuple(row.get("participants", ())),
            tuple(row.get("parties", ())),
            tuple(row.get("signatories", ())),
            tuple(row["place"]),
            row["needs"],
            row.get("travel", ""),
            row.get("setting", False),
        )
        for name, row in tomllib.loads(text).items()
    }
