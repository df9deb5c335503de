"""Subdivisions of states with the names of each language: `regions.tsv` and `names_regions/LANG.tsv`.

The display names of ISO 3166-2 subdivisions in the Unicode locale data (CLDR 41, `common/subdivisions`) are
kept in `subdivisions.tsv`, one row each, without notes in brackets; those that `entries.tsv` has are not in
it. Such a name is bare ("Kerala") or says what it is («استان کرمان», "Oblast de Donetsk"); so it gives up to
two forms: the name with its kind, and the bare name where that can mean nothing else.

Not bare, then: forms that are a city's, a state's, a nation's or an organisation's, and names of a city of the
same state in any language (Gomel is the city, "Gomel region" the region); names of districts, which are their
towns'; those of three or more subdivisions; short ones; and those of `region_stopforms.tsv`, which are ordinary
words or names of people.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from communique.knowledge.load import ENTRY_COLUMNS, NAME_COLUMNS, entries, names
from communique.knowledge.tables import table

Write = Callable[[str, Iterable[str], Iterable[tuple[str, ...]]], None]
Row = dict[str, str]  # a row of subdivisions.tsv by column

PREFIX = "x-region-"
COLUMNS = ("code", "kind", "en", "fr", "ro", "fa", "ru", "ar", "note")
LEAST = {"fa": 5, "ar": 5}  # letters of a bare form; where no capital tells a name, a short one is a word
SHARED = 2  # subdivisions that may have one bare form: Punjab, of India and of Pakistan

BEFORE = {  # words that say the kind, before the name
    "fr": "canton|comitat|comté|district|département|gouvernorat|județ|kraï|municipalité|oblast|province|"
    "préfecture|raion|république|région|territoire|voblast|voïvodie|wilaya|état",
    "ro": "cantonul|comitatul|departamentul|districtul|diviziunea|emiratul|guvernoratul|județul|municipiul|"
    "prefectura|provincia|raionul|regiunea|republica|statul|teritoriul|voievodatul|ținutul",
    "fa": "استان|ایالت|بخش|جمهوری|شهرستان|منطقه|ناحیه|ولایت|کانتون",
    "ru": "провинция|регион|штат|область|департамент|республика",
    "ar": "إدارة|إقليم|إمارة|جمهورية|جهة|شعبية|شعبة|كانتون|محافظة|مقاطعة|منطقة|ولاية|أوبلاست",
}
LINKS = {"fr": r"(?:de la |de l'|des |du |de |d')?", "ro": "", "fa": "", "ru": "", "ar": ""}
BEHIND = {  # and behind it: the Russian name is then an adjective, which is none by itself
    "en": "County|District|Division|Governorate|Krai|Oblast|Province|Region|State",
    "ar": "أوبلاست|أوبلاستي|كراي",
}
ADJECTIVE = re.compile(r".*(?: (?:область|район|край|округ|провинция|регион|остан|велаят|уезд|жупания|воеводство))")
KINDS = {  # how the kind is written where the display name does not say it
    "en": "{name} {kind}",
    "ru": {"province": "провинция", "state": "штат", "department": "департамент", "prefecture": "префектура"},
    "fa": {"province": "استان", "governorate": "استان", "state": "ایالت", "region": "منطقه"},
}
OBLASTS = ("by", "kg", "kz", "ru", "ua")  # English news calls their regions oblasts as often


def main(languages: tuple[str, ...], write: Write) -> None:
    """Write the table of subdivisions, then their names in each language."""
    from communique.knowledge.build import iso_codes

    states = {code.lower(): identifier for identifier, code in iso_codes().items()}
    rows = subdivisions()
    ids = identifiers(rows)
    made = [(ids[r["code"]], "place", "region", states[r["code"][:2]], "", r["en"], f"CLDR {r['code']}") for r in rows]
    for language in languages:  # names of subdivisions that are no more would be names of nothing
        write(f"names_regions/{language}.tsv", NAME_COLUMNS, [])
    write("regions.tsv", ENTRY_COLUMNS, made)
    entries.cache_clear()
    names.cache_clear()
    for language in languages:
        write(f"names_regions/{language}.tsv", NAME_COLUMNS, names_of(rows, ids, language))


def subdivisions() -> list[Row]:
    """The rows of `subdivisions.tsv`, in their order."""
    return [dict(zip(COLUMNS, cells, strict=True)) for _, cells in table("subdivisions.tsv", COLUMNS)]


def identifiers(rows: Iterable[Row]) -> dict[str, str]:
    """Code -> id of the entry: state and English name, and the code too where two have one name."""
    from communique.knowledge.build_cities import plain

    slugs = {r["code"]: re.sub(r"[^a-z0-9]+", "-", plain(r["en"])).strip("-") for r in rows}
    twice = Counter((code[:2], slug) for code, slug in slugs.items())
    return {
        code: f"{PREFIX}{code[:2]}-{slug}" + (f"-{code[2:]}" if twice[code[:2], slug] > 1 else "")
        for code, slug in slugs.items()
    }


def names_of(rows: Iterable[Row], ids: dict[str, str], language: str) -> list[tuple[str, ...]]:
    """Name rows of all subdivisions in one language, without the forms that are left out, sorted."""
    from communique.knowledge.build_cities import plain

    named = [(row, *parts(row[language], language)) for row in rows if row[language]]
    shared = Counter(bare.casefold() for _, bare, _ in named)
    taken, stop, towns = _taken(language), stopforms(language), _towns()
    made = set()
    for row, bare, full in named:
        fold, identifier = bare.casefold(), ids[row["code"]]
        known = (entries()[identifier].of, plain(parts(row["en"], "en")[0])) in towns
        known = known or row["kind"] == "district" or not taken.isdisjoint({fold, plain(bare)})
        alone = not known and fold not in stop and shared[fold] <= SHARED
        forms = [bare] if alone and len(bare) >= LEAST.get(language, 4) else []
        if not alone and (fold not in stop or shared[fold] == 1):
            forms = [full] if full else said(bare, row, language)
        elif full and alone:
            forms.append(full)
        made |= {(identifier, "name", form, "") for form in forms if form.casefold() not in taken}
    return sorted(made)


def parts(display: str, language: str) -> tuple[str, str]:
    """(bare name, name with its kind) of a display name; empty where there is none.

    >>> parts("Oblast de Donetsk", "fr")
    ('Donetsk', 'oblast de Donetsk')
    >>> parts("Kerala", "fr"), parts("Гомельская область", "ru")
    (('Kerala', ''), ('', 'Гомельская область'))
    """
    if language == "ru" and ADJECTIVE.fullmatch(display):
        return "", display
    if found := re.fullmatch(rf"(.+?) (?:{BEHIND.get(language, '-')})", display):
        return found[1], display if language == "en" else ""
    words = BEFORE.get(language, "-")
    if found := re.fullmatch(rf"({words}) {LINKS.get(language, '')}(.+)", display, re.IGNORECASE):
        return found[2], display[:1].lower() + display[1:]
    return display, ""


def said(bare: str, row: Row, language: str) -> list[str]:
    """The bare name together with its kind, as the language says it; nothing where the kind has no word.

    >>> said("Gomel", {"code": "byho", "kind": "region"}, "en")
    ['Gomel region', 'Gomel oblast']
    """
    pattern, kind = KINDS.get(language), row["kind"]
    if isinstance(pattern, str) and kind:
        more = ["oblast"] if kind == "region" and row["code"][:2] in OBLASTS else []
        return [pattern.format(name=bare, kind=word) for word in (kind, *more)]
    return [f"{pattern[kind]} {bare}"] if isinstance(pattern, dict) and bare and kind in pattern else []


def stopforms(language: str) -> frozenset[str]:
    """Forms, case-folded, that are no subdivision's by themselves in this language."""
    rows = table("region_stopforms.tsv", ("language", "form", "note"))
    return frozenset(cells[1].casefold() for _, cells in rows if cells[0] == language)


def _towns() -> frozenset[tuple[str | None, str]]:
    """(state, plain English name) of every city: a subdivision of that name is not meant in any language."""
    from communique.knowledge.build_cities import plain

    places = (e for e in entries().values() if e.category in ("city", "capital"))
    return frozenset((e.of, plain(e.label)) for e in places)


def _taken(language: str) -> frozenset[str]:
    """Forms, case-folded, of everything else that is known in this language."""
    return frozenset(_folded(row.form for row in names(language) if not row.id.startswith(PREFIX)))


def _folded(forms: Iterable[str]) -> Iterator[str]:
    from communique.knowledge.build_cities import plain

    for form in forms:
        yield form.casefold()
        yield plain(form) or form.casefold()
