"""Text as printed against text as compared.

Agencies print one word in many ways: «رئيس‌جمهور» with Arabic letters, with or without the half-space, ș with a cedilla,
letters and accents as separate code points. Offsets must still point into the text as it was read, so the text
itself is
never changed: each token gets a *key*, a normalised spelling made here, and all comparison is between keys.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Code points that carry no meaning for comparison: half-space, joiners, marks of direction, soft hyphen, tatweel.
IGNORED = "\u200c\u200d\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad\u0640"
_VARIANTS = {
    "ي": "ی", "ى": "ی", "ك": "ک", "ۀ": "ه", "ة": "ه", "أ": "ا", "إ": "ا", "ٱ": "ا", "ؤ": "و",  # Arabic
    "ş": "ș", "ţ": "ț", "’": "'", "ʼ": "'", "‘": "'", "`": "'", "´": "'",
    "‐": "-", "‑": "-",
}  # fmt: skip
_TABLE = str.maketrans({**_VARIANTS, **dict.fromkeys(IGNORED, "")})
_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")
_FOLDED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss"})


@lru_cache(maxsize=200_000)
def key(text: str) -> str:
    """The spelling of a word for comparison: small letters, composed, one form of each letter, ASCII digits.

    >>> key("Preşedintele"), key("رئيس‌جمهور"), key("۱۲")
    ('președintele', 'رئیسجمهور', '12')
    """
    small = unicodedata.normalize("NFKC", text).casefold().translate(_TABLE).translate(_DIGITS)
    if small.isascii():
        return small
    # vowel marks of the Arabic script are separate letters to Python but optional to a writer
    return "".join(c for c in unicodedata.normalize("NFC", small) if not unicodedata.combining(c))


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """The key without accents, for texts written without them and for foreign names.

    >>> fold("Apărării"), fold("Đurić"), fold("Й")
    ('apararii', 'duric', 'й')
    """
    plain = key(text)
    if plain.isascii():
        return plain
    if "Ѐ" <= max(plain) <= "ӿ":  # Cyrillic й and ё are letters, not accents
        return plain.replace("ё", "е")
    bare = unicodedata.normalize("NFD", plain.translate(_FOLDED))
    return "".join(c for c in bare if not unicodedata.combining(c))  # آ is ا as well
