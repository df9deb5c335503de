"""A personal name taken apart: the words that tell people apart, without titles, each with its particles and
its rarity.

"Sheikh Tamim bin Hamad Al Thani" is Tamim, (bin) Hamad, (Al) Thani. A word keeps more than one reading: with
and
without its particle or article (الأسد, Le Pen, لوپن), so that spellings which join what others part still
meet.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from communique.resolve.keys import sound_keys
from communique.resolve.phonetics import Word, likeness, script_of, word
from communique.resolve.tables import rows, words

SPLIT = re.compile(r"[\s\-–—_/,;·]+|(?<=[^\W\d_]\.)(?=[^\W\d_])")
FOLD = str.maketrans(
    {
        "ي": "ی",
        "ك": "ک",
        "ى": "ی",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ة": "ه",
        "ؤ": "و",
        "ئ": "ی",
        "ء": "",
        "ـ": "",
        "\u200c": "",
        "\u200d": "",
        "\u200e": "",
        "\u200f": "",
        "ё": "е",
    }
)
VOWEL_WORDS = tuple("ИЁЕОУЫЭЮЯ")  # a word of its own where no full stop follows: Ван И
APOSTROPHES = "'’ʼ‘`´"
PATRONYMIC = re.compile(
    r"(?:[oe]vi[ct]i?h?|[oe]vit[cs]h|[oe]vn[ay]|yevich|ичи?|ович|евич|овна|евна|ична"
    r"|اوویچ|وویچ|ویچ|وفیتش|فیتش)$"
)


@dataclass(frozen=True, slots=True, eq=False)  # compared by identity, as words are
class Part:
    """One telling word of a name."""

    text: str  # as written, in small letters
    readings: tuple[Word, ...]  # without its particle, then with it
    price: float  # what it costs to meet a word that has no particle
    initial: bool  # only its first letter is given
    patronymic: bool
    weight: float  # 1 for a rare word, less for a name that millions bear
    groups: frozenset[str]  # rows of variants.tsv
    open: bool  # ends in -a, as Slavic surnames of women do
    closed: bool  # ends in -v, -n or -i, as those of men do


@dataclass(frozen=True, slots=True, eq=False)
class PersonalName:
    """A name as its telling parts, and the neighbours written as one word."""

    text: str
    language: str
    parts: tuple[Part, ...]
    joined: tuple[Word, ...]  # parts[i] and parts[i + 1] as one word
    keys: frozenset[str]  # two names that share none have no word in common
    key: str  # the same for spellings that differ in case, marks and letters of the Arabic script only


@lru_cache(maxsize=200_000)
def folded(text: str) -> str:
    """A form without case, accents and look-alike letters, single-spaced: what two prints of one name share.

    >>> folded("Traian Băsescu") == folded("TRAIAN  BASESCU"), folded("علی‌اف") == folded("علیاف")
    (True, True)
    """
    text = unicodedata.normalize("NFKC", text).translate(FOLD)
    text = "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", " ", text).strip()


@cache
def _particles() -> dict[str, tuple[str, float]]:
    return {row["form"]: (row["kind"], float(row["price"])) for _, row in rows("particles.tsv")}


@cache
def _titles() -> frozenset[str]:
    return frozenset(folded(form) for form in words("titles.tsv", "form"))


@cache
def _variants() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for _, row in rows("variants.tsv"):
        for form in row["forms"].split(";"):
            table.setdefault(folded(form), set()).add(row["group"])
    return {form: frozenset(groups) for form, groups in table.items()}


@cache
def _common() -> dict[str, tuple[Word, ...]]:
    table: dict[str, list[Word]] = {}
    for _, row in rows("common.tsv"):
        for key in sound_keys(word(row["form"])):
            table.setdefault(key, []).append(word(row["form"]))
    return {key: tuple(found) for key, found in table.items()}


@lru_cache(maxsize=100_000)
def rarity(spoken: Word) -> float:
    """1 for a rare word; 0.6 for one that sounds like a name that very many bear (`common.tsv`); short ones
    less.

    >>> rarity(word("Mohamed")), rarity(word("Lukashenko"))
    (0.6, 1.0)
    """
    table = _common()
    if any(likeness(spoken, known) >= 0.95 for key in sound_keys(spoken) for known in table.get(key, ())):
        return 0.6
    return 1.0 if spoken.weight[1] >= 2 else 0.8


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The written words in small letters, and whether each is only an initial."""
    for piece in SPLIT.split(unicodedata.normalize("NFKC", text).replace("\u200c", "")):
        bare = piece.strip('.()[]«»"“”' + APOSTROPHES)
        if not bare or not any(c.isalpha() for c in bare):
            continue
        letters = [c for c in bare if c.isalpha()]
        upper = bare.isupper() and len(letters) == 2 and script_of(bare) != "arabic"
        if (len(letters) == 1 and (piece.endswith(".") or bare not in VOWEL_WORDS)) or (
            piece.endswith(".") and len(letters) == 2
        ):
            yield bare.lower(), True
        elif upper and not any(c in "AEIOUYАЕИОУЫЭЮЯ" for c in bare):
            yield from ((c.lower(), True) for c in letters)
        else:
            yield bare.lower(), False


def _telling(text: str) -> list[tuple[str, bool]]:
    """The pieces without the titles that they begin with; a name that is nothing but a title stays as it
    is."""
    pieces = list(_pieces(text))
    titles = _titles()
    if len(pieces) == 2 and pieces[0][1] and not pieces[1][1]:
        return pieces
    first = next(
        (
            n
            for n, (piece, initial) in enumerate(pieces)
            if folded(piece) not in titles or (initial and len(pieces) > 2)
        ),
        0,
    )
    return pieces[first:]


def _readings(text: str, particle: str, language: str) -> tuple[Word, ...]:
    forms = [text]
    if text.startswith("ال") and len(text) > 4:
        forms = [text[2:], text]
    if particle:
        forms.append(particle + text)
    return tuple(word(form, language) for form in forms)


@lru_cache(maxsize=200_000)
def _part(text: str, initial: bool, particle: str, price: float, language: str) -> Part:
    readings = _readings(text, particle, language)
    return Part(
        text=text,
        readings=readings,
        price=price,
        initial=initial,
        patronymic=bool(PATRONYMIC.search(text)) and len(text) > 5,
        weight=rarity(readings[0]),
        groups=_variants().get(folded(text), frozenset()),
        open=text[-1] in "aаяاهةىă",
        closed=text[-1] in "vnfiyîwвнйفنی",
    )


@lru_cache(maxsize=200_000)
def personal_name(text: str, language: str = "") -> PersonalName:
    """A name's telling parts.

    >>> [part.text for part in personal_name("Sheikh Tamim bin Hamad Al Thani", "en").parts]
    ['tamim', 'hamad', 'thani']
    """
    pieces = _telling(text)
    known = _particles()
    parts: list[Part] = []
    particle, price = "", 0.0
    for number, (piece, initial) in enumerate(pieces):
        kind, cost = known.get(piece, ("", 0.0))
        last = number == len(pieces) - 1
        if kind == "suffix" and parts:
            continue
        alone = kind == "filiation" and number == 0 and len(pieces) == 2  # Ben Ali is a whole surname
        if (kind == "compound" or alone) and not initial and not last:
            pieces[number + 1] = (piece + pieces[number + 1][0], False)
            continue
        if kind and not initial and not last and (number or kind != "filiation"):
            particle, price = particle + piece, max(price, cost)
            continue
        parts.append(_part(piece, initial, particle, price, language))
        particle, price = "", 0.0
    joined = tuple(word(a.text + b.readings[-1].text, language) for a, b in itertools.pairwise(parts))
    spoken = [reading for part in parts if not part.initial for reading in part.readings]
    keys = frozenset(key for found in (*spoken, *joined) for key in sound_keys(found))
    return PersonalName(
        text, language, tuple(parts), joined, keys, " ".join(sorted(folded(part.text) for part in parts))
    )
