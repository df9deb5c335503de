"""How far apart two written words sound: letters of any script read as sets of sounds, aligned at the lowest
cost.

"Loukachenko", "Lukașenko", «لوکاشنکو» and "Лукашенко" share almost no letter. Each letter group stands for
one or more
sounds (`letters.tsv`): و is v, w, u or o; French `ch` is sh, Romanian `ch` is k. A sound may be silent at a
price,
and unlike sounds differ by a price of their own (`sounds.tsv`). The distance of two words is the cheapest
alignment
(Needleman and Wunsch 1970) over these prices; consonants weigh 1, vowels a third of that, and next to nothing
where one of the two
is written without short vowels, as Persian and Arabic are.
"""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache, lru_cache

from communique.errors import DataError
from communique.resolve.tables import rows

VOWELS = frozenset("aeiou")
SEMIVOWELS = frozenset("wy")
SILENT = "-"
FOREIGN = 0.6  # about what a consonant costs that the other word has no place for
HOPELESS = 0.6  # words further apart than this share of their weight are not alike at all
# what it costs to leave a sound out: (both scripts write vowels, one of them does not)
OMISSION = {"vowel": (0.3, 0.05), "semivowel": (0.45, 0.3), "h": (0.5, 0.5), "consonant": (1.0, 1.0)}

Sounds = tuple[tuple[str, float], ...]  # each sound that a letter group may stand for, and its price


@dataclass(
    frozen=True, slots=True, eq=False
)  # compared by identity: `word` makes each once, and tables are kept on it
class Word:
    """A word as it may sound: one number per letter group, its weight, and what a quick look can compare."""

    text: str
    script: str  # latin, cyrillic, arabic or other
    units: tuple[int, ...]  # indices into `_UNITS`
    weight: tuple[float, float]  # full weight: both scripts write vowels, one does not
    consonants: tuple[int, ...]  # those units that are consonants and nothing else
    meets: dict[int, int] = field(
        default_factory=dict
    )  # unit -> bit set of the places that it fits, as it is asked for


_UNITS: list[Sounds] = []
_INDEX: dict[Sounds, int] = {}
_OMIT: tuple[list[float], list[float]] = ([], [])
_WEIGHT: tuple[list[float], list[float]] = ([], [])
_SWAP: dict[int, float] = {}


@cache
def prices() -> dict[tuple[str, str], float]:
    """The price of hearing one sound for another, both ways round."""
    table: dict[tuple[str, str], float] = {}
    for number, row in rows("sounds.tsv"):
        try:
            price = float(row["cost"])
        except ValueError:
            raise DataError("sounds.tsv", number, f"cost {row['cost']!r} is not a number") from None
        table[row["first"], row["second"]] = table[row["second"], row["first"]] = price
    return table


def script_of(text: str) -> str:
    """The script of the first letter that has one: latin, cyrillic, arabic or other.

    >>> script_of("«لوکاشنکو»"), script_of("Лукашенко"), script_of("Lukașenko"), script_of("習")
    ('arabic', 'cyrillic', 'latin', 'other')
    """
    for char in text:
        if char.isalpha():
            code = ord(char)
            if code < 0x250 or 0x1E00 <= code < 0x1F00:
                return "latin"
            if 0x400 <= code < 0x530:
                return "cyrillic"
            if 0x600 <= code < 0x780 or 0xFB50 <= code < 0xFF00:
                return "arabic"
            return "other"
    return "other"


def unit_sounds(unit: int) -> Sounds:
    """The sounds that a letter group may stand for, with their prices."""
    return _UNITS[unit]


def _kind(sound: str) -> str:
    if sound in VOWELS:
        return "vowel"
    if sound in SEMIVOWELS:
        return "semivowel"
    return "h" if sound == "h" else "consonant"


def _is_consonant(unit: int) -> bool:
    return all(sound != SILENT and _kind(sound) == "consonant" for sound, _ in _UNITS[unit])


def _unit(sounds: Sounds) -> int:
    """The number of a set of sounds; its prices are worked out the first time that it is met."""
    if sounds in _INDEX:
        return _INDEX[sounds]
    silent = dict(sounds).get(SILENT)
    first = next((sound for sound, _ in sounds if sound != SILENT), SILENT)
    for vowelless in (0, 1):
        heard = 0.0 if first == SILENT else OMISSION[_kind(first)][vowelless]
        _OMIT[vowelless].append(heard if silent is None else min(heard, silent))
        _WEIGHT[vowelless].append(heard if silent is None else (heard + min(heard, silent)) / 2)
    _UNITS.append(sounds)
    _INDEX[sounds] = len(_UNITS) - 1
    return _INDEX[sounds]


def _swap(one: int, other: int) -> float:
    """The price of writing the second set of sounds for the first; kept."""
    table = prices()
    best = 1.0
    for sound, price in _UNITS[one]:
        for heard, again in _UNITS[other]:
            if SILENT in (sound, heard):
                continue
            apart = 0.0 if sound == heard else table.get((sound, heard), 1.0)
            best = min(best, apart + price + again)
    best = round(best, 6)  # else it would tell which of the two came first
    _SWAP[one << 12 | other] = _SWAP[other << 12 | one] = best
    return best


def swap_price(one: int, other: int) -> float:
    """The price of one letter group's sounds for another's: 0 where they may be one sound, at most 1."""
    price = _SWAP.get(one << 12 | other)
    return _swap(one, other) if price is None else price


def _parse(cell: str, number: int) -> tuple[Sounds, ...]:
    """The letter group's sets of sounds, e.g. `k|-:.3 s` -> k (may be silent), then s."""
    groups = []
    for group in cell.split():
        sounds = []
        for item in group.split("|"):
            sound, _, price = item.partition(":")
            if sound != SILENT and not sound.isalpha():
                raise DataError("letters.tsv", number, f"sound {item!r} is not written sound:price")
            sounds.append((sound, float(price or 0)))
        groups.append(tuple(sounds))
    return tuple(groups)


@cache
def _reader(script: str, language: str) -> tuple[re.Pattern[str], tuple[tuple[int, ...], ...]]:
    """One pattern that splits a word of this script into letter groups, and the units of each group."""
    patterns, units = [], []
    for number, row in rows("letters.tsv"):
        if row["script"] == script and (row["languages"] == "*" or language in row["languages"].split(",")):
            patterns.append(f"({row['pattern']})")
            units.append(tuple(_unit(group) for group in _parse(row["sounds"], number)))
    return re.compile("|".join(patterns) or r"(?!)"), tuple(units)


@cache
def _marked(script: str) -> frozenset[str]:
    """The characters that the letters of this script are listed with."""
    return frozenset("".join(row["pattern"] for _, row in rows("letters.tsv") if row["script"] == script))


DOUBLE = re.compile(r"([^\W\d_eo])\1+")
ARABIC_LETTERS = str.maketrans(
    {"ي": "ی", "ك": "ک", "ۀ": "ه", "ھ": "ه", "ہ": "ه", "ـ": "", "\u200c": "", "\u200d": ""}
)


def _plain(text: str, script: str) -> str:
    """The word in small letters, with the marks that `letters.tsv` knows and no others; doubled letters
    single."""
    known = _marked(script)
    letters = []
    for char in unicodedata.normalize("NFC", text.lower().translate(ARABIC_LETTERS)):
        if char in known:
            letters.append(char)
        else:
            bare = (c for c in unicodedata.normalize("NFD", char) if not unicodedata.combining(c))
            letters.extend(bare)
    word = "".join(letters)
    return word if script == "arabic" else DOUBLE.sub(r"\1", word)


@lru_cache(maxsize=200_000)
def word(text: str, language: str = "") -> Word:
    """How a written word may sound, in the spelling habits of a language (BCP 47; empty: of its script at
    large).

    >>> len(word("Loukachenko", "fr").units), word("لوکاشنکو", "fa").script
    (9, 'arabic')
    """
    script = script_of(text)
    pattern, table = _reader(script, language)
    units: list[int] = []
    for found in pattern.finditer(_plain(text, script)):
        units.extend(table[(found.lastindex or 1) - 1])
    consonants = tuple(u for u in units if _is_consonant(u))
    weight = (sum(_WEIGHT[0][u] for u in units), sum(_WEIGHT[1][u] for u in units))
    return Word(text, script, tuple(units), weight, consonants)


def distance(one: Word, other: Word, limit: float = math.inf) -> float:
    """The price of the cheapest alignment of two words; 0 where they may sound the same.

    Past `limit` the search ends, and what it returns is only known to be above it.

    >>> distance(word("Loukachenko", "fr"), word("Лукашенко", "ru"))
    0.0
    """
    vowelless = int(one.script == "arabic" or other.script == "arabic")
    omit = _OMIT[vowelless]
    swap = _SWAP
    before = [0.0]
    for unit in other.units:
        before.append(before[-1] + omit[unit])
    for unit in one.units:
        gone = omit[unit]
        left = before[0] + gone
        row = [left]
        base = unit << 12
        diagonal = before[0]
        for position, heard in enumerate(other.units, start=1):
            price = swap.get(base | heard)
            if price is None:
                price = _swap(unit, heard)
            above = before[position]
            price += diagonal
            if above + gone < price:
                price = above + gone
            left += omit[heard]
            if left < price:
                price = left
            left = price
            row.append(price)
            diagonal = above
        if min(row) > limit:
            return min(row)
        before = row
    return before[-1]


def _missed(one: Word, other: Word) -> int:
    """How many consonants of the word that has more of them find no place in the other, order kept.

    The longest common subsequence in machine words (Hyyrö 2004), so that most pairs need no alignment.
    """
    if len(one.consonants) < len(other.consonants):
        one, other = other, one
    meets = other.meets
    free = -1
    for unit in one.consonants:
        places = meets.get(unit)
        if places is None:
            fits = (1 << i for i, heard in enumerate(other.units) if swap_price(unit, heard) <= 0.45)
            places = meets[unit] = sum(fits)
        taken = free & places
        free = (free + taken) | (free - taken)
    size = len(other.units)
    return len(one.consonants) - size + (free & (1 << size) - 1).bit_count()


@lru_cache(maxsize=500_000)
def likeness(one: Word, other: Word) -> float:
    """How alike two words sound, 0 to 1: one less the distance as a share of the heavier word's weight.

    >>> likeness(word("Khatami", "en"), word("خاتمی", "fa")) > 0.95
    True
    >>> likeness(word("Khatami", "en"), word("Rohani", "en")) < 0.4
    True
    """
    if not (one.units and other.units):
        return float(one.text == other.text)  # a script that no table reads: Han, Hangul, Georgian
    if one.units == other.units:
        return 1.0
    vowelless = int(one.script == "arabic" or other.script == "arabic")
    light, heavy = one.weight[vowelless], other.weight[vowelless]
    if light > heavy:
        light, heavy = heavy, light
    if heavy > 1.5 and light < 0.45 * heavy:
        return 0.0
    heavy = max(heavy, 1.5)
    if FOREIGN * _missed(one, other) > HOPELESS * heavy:
        return 0.0
    apart = distance(one, other, HOPELESS * heavy)
    return round(1.0 - apart / heavy, 6) if apart <= HOPELESS * heavy else 0.0
