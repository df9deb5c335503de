"""Keys under which words that may sound alike meet: coarse consonant classes, one key for each way to read a
word.

Comparing everything with everything takes a minute for a thousand names and a year for a million; names that
share no
key are never compared. A key keeps the consonants in six classes and drops vowels, h, w and y
(in the tradition of Soundex, but read from sounds and so blind to the script).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from communique.resolve.phonetics import SILENT, Word, unit_sounds

CLASSES = {
    "p": "P",
    "b": "P",
    "f": "P",
    "v": "P",
    "t": "T",
    "d": "T",
    "dh": "T",
    "th": "T",
    "k": "K",
    "q": "K",
    "g": "K",
    "gh": "K",
    "kh": "K",
    "s": "S",
    "z": "S",
    "sh": "S",
    "zh": "S",
    "ch": "S",
    "j": "S",
    "ts": "S",
    "m": "M",
    "n": "N",
    "l": "L",
    "r": "R",
}
LIKELY = 0.25  # sounds dearer than this do not make a key of their own
LIMIT = 24  # keys of one word


def _choices(spoken: Word) -> list[tuple[str, ...]]:
    """The consonant classes that each letter group may stand for; an empty one where it may be silent or a
    vowel."""
    choices = []
    for unit in spoken.units:
        likely = sorted((price, sound) for sound, price in unit_sounds(unit) if price < LIKELY)
        choices.append(tuple(dict.fromkeys("" if s == SILENT else CLASSES.get(s, "") for _, s in likely)))
    return choices


@lru_cache(maxsize=200_000)
def sound_keys(spoken: Word) -> frozenset[str]:
    """The keys of a word, at most 24: of its likeliest readings where there are more.

    >>> from communique.resolve.phonetics import word
    >>> sound_keys(word("Loukachenko", "fr")) & sound_keys(word("لوکاشنکو", "fa"))
    frozenset({'LKSNK'})
    """
    if not spoken.units:
        return frozenset((spoken.text,))
    choices = _choices(spoken)
    count = 1
    for place, options in enumerate(choices):
        count *= len(options)
        if count > LIMIT:
            count //= len(options)
            choices[place] = options[:1]
    keys = set()
    for reading in product(*choices):
        key = "".join(reading)
        keys.add("".join(c for n, c in enumerate(key) if not n or key[n - 1] != c) or "-")
    return frozenset(keys)
