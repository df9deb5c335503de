"""Plain text files: one article each; the stem of the file's name is the article's id."""

from __future__ import annotations

import re

from communique.errors import InputError
from communique.model import Article
from communique.read.encoding import decode

TITLE_LENGTH = 200  # characters; the longest headlines that the press runs, not a lead of several sentences
SENTENCE_END = tuple(".,;:…،؛۔")
QUOTES = "\"'»”’)]"
DASH = r"[-–—]"
# "TEHRAN, Feb. 05 (MNA) –", "BUCUREȘTI, 17 mai 2022 /AGERPRES/ -", "تهران - ایرنا - ", "MINSK —"
DATELINES = re.compile(
    rf"[^()/]{{2,60}}[(/][^()/]{{2,40}}[)/]\s*(?:{DASH}|:)"
    rf"|[^-–—.:]{{2,40}}\s{DASH}\s[^-–—.:]{{2,40}}\s{DASH}(?:\s|$)"
    rf"|[^-–—]{{2,60}}\s{DASH}\s*$"
    rf"|[^\W\d_a-z]{{2}}[^a-z]{{0,40}}\s?{DASH}\s+\S"
)


def read_text(data: bytes, id: str, where: str) -> Article:
    """The article in one text file; its title is its first line where that is one. Raises InputError."""
    text = decode(data, where)
    if not text.strip():
        raise InputError(where, "is empty", "give a file with text")
    return Article(id=id, text=text, title=title_of(text))


def title_of(text: str) -> str | None:
    """The first line with text, where it is a headline: short, no sentence, no dateline, followed by more.

    >>> title_of("Miniștrii de externe, la Chișinău\\n\\nCei doi au discutat despre energie.")
    'Miniștrii de externe, la Chișinău'
    >>> title_of("Cei doi au discutat despre energie.\\nAu semnat un acord.") is None
    True
    >>> title_of("TEHRAN, Feb. 05 (MNA) –\\nThe minister left for Baku.") is None
    True
    """
    first, _, rest = text.strip().partition("\n")
    line = first.strip()
    letters, digits = sum(map(str.isalpha, line)), sum(map(str.isdigit, line))
    if not rest.strip() or len(line) > TITLE_LENGTH or letters < 2 * digits or not letters:
        return None  # a date and hour stand alone on many a first line
    if line.rstrip(QUOTES).endswith(SENTENCE_END) or DATELINES.match(line):
        return None
    return line
