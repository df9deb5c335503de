"""Sentences and tokens of an article, with offsets that always slice back to its text.

A line break ends a sentence, unless the text is wrapped at a width. So does a full stop, question or exclamation mark,
unless the stop belongs to an abbreviation of the language or to an initial. Hyphens, apostrophes of elision and all
punctuation are tokens of their own, so that `l'Iran`, `vice-ministre` and `Iran–Armenia` fall apart in the same way in
texts and in lexicons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from communique.lang import text as spelling

_INSIDE = "\u200c\u200d\u0300-\u036f\u064b-\u0655\u0670\u00ad\u200e\u200f"  # may stand inside a word
_WORD = re.compile(rf"\d+(?:[.,٫٬]\d+)*(?=[^\w]|$)|[^\W_]+(?:[{_INSIDE}]+[^\W_]*)*|\S")


@dataclass(slots=True)
class Token:
    """One word, number or mark. `key` and `fold` are its spellings for comparison (see `lang.text`)."""

    text: str
    start: int
    end: int
    key: str
    fold: str
    shape: str  # "U" all capitals, "C" capitalised, "l" small, "x" caseless letters, "d" number, "p" mark
    spaced: bool  # a space or line break stands before it


@dataclass(slots=True)
class Sentence:
    """A run of tokens. `start` and `end` are offsets of its first and last code point in the article."""

    tokens: list[Token]
    start: int
    end: int
    line: int  # number of the line or paragraph it stands in, from 0


def tokenize(text: str, offset: int = 0) -> list[Token]:
    """The tokens of a stretch of text.

    >>> [t.text for t in tokenize("L’Iran a reçu M. Hrenin, vice-ministre.")]
    ['L', '’', 'Iran', 'a', 'reçu', 'M', '.', 'Hrenin', ',', 'vice', '-', 'ministre', '.']
    """
    tokens: list[Token] = []
    last = 0
    for found in _WORD.finditer(text):
        start = found.start()
        tokens.append(_token(found.group(), offset + start, start > last or start == 0))
        last = found.end()
    return tokens


def _token(word: str, start: int, spaced: bool) -> Token:
    return Token(word, start, start + len(word), spelling.key(word), spelling.fold(word), shape(word), spaced)


@lru_cache(maxsize=200_000)
def shape(word: str) -> str:
    """How a word is written: see `Token.shape`.

    >>> [shape(w) for w in ("OCS", "Iran", "iran", "ایران", "12", ",", "BelTA")]
    ['U', 'C', 'l', 'x', 'd', 'p', 'C']
    """
    first = word[0]
    if first.isdigit():
        return "d"
    if not first.isalpha():
        return "p"
    if word.isupper():
        return "U" if len(word) > 1 else "C"
    if first.isupper() or first.istitle():
        return "C"
    if first.islower():
        return "C" if any(c.isupper() for c in word) else "l"
    return "x"


def read_sentences(text: str, *, abbreviations: frozenset[str] = frozenset()) -> Iterator[Sentence]:
    """The sentences of a text, in order. `abbreviations` are keys without their final stop ("dr", "oct").

    >>> [text[s.start:s.end] for text in ["Dl. Pop a venit. El a semnat!"]
    ...  for s in read_sentences(text, abbreviations=frozenset({"dl"}))]
    ['Dl. Pop a venit.', 'El a semnat!']
    """
    for number, (begin, end) in enumerate(_paragraphs(text)):
        tokens = tokenize(text[begin:end], begin)
        start = 0
        for i in range(len(tokens)):
            if _ends_sentence(tokens, i, abbreviations) and i + 1 > start:
                yield _sentence(tokens[start : i + 1], number)
                start = i + 1
        if start < len(tokens):
            yield _sentence(tokens[start:], number)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of text that a line break ends: lines, or where lines are wrapped at a width, runs of lines.

    >>> [(0, 8), (8, 12)] == list(_paragraphs("A title" + chr(10) + "Text"))
    True
    """
    lines = text.splitlines(keepends=True)
    wrapped = _is_wrapped(lines)
    begin = at = 0
    for i, line in enumerate(lines):
        at += len(line)
        if not wrapped or not line.strip() or i + 1 == len(lines) or len(line.rstrip()) < _WRAPPED[0]:
            yield begin, at
            begin = at
    if begin < at:
        yield begin, at


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines were broken at a width: most of many nearly as long as the longest, which is no paragraph."""
    lengths = [len(line.rstrip()) for line in lines if line.strip()]
    longest = max(lengths, default=0)
    full = sum(length > longest - _RAGGED for length in lengths)
    return len(lengths) >= _MANY and _WRAPPED[0] <= longest <= _WRAPPED[1] and full * 2 > len(lengths)


def _sentence(tokens: list[Token], line: int) -> Sentence:
    return Sentence(tokens, tokens[0].start, tokens[-1].end, line)


_WRAPPED = (45, 120)  # letters: the width at which plain text is broken into lines
_RAGGED = 25  # letters by which a broken line may fall short
_MANY = 4  # lines from which a width can be told
_CLOSING = frozenset("»”\"')]")


def _ends_sentence(tokens: list[Token], i: int, abbreviations: frozenset[str]) -> bool:
    """Whether a sentence ends after token i: a closing quote after the stop stays with its sentence."""
    mark = tokens[i].text
    if mark in _CLOSING and i and tokens[i - 1].text in ".!?؟…" and not tokens[i].spaced:
        return _ends_sentence(tokens, i - 1, abbreviations) or (
            i + 1 < len(tokens) and tokens[i + 1].shape in "CUx" and not _is_abbreviation(tokens, i - 1, abbreviations)
        )
    if mark not in ".!?؟…":
        return False
    if i + 1 == len(tokens):
        return True
    following = tokens[i + 1]
    if following.text in _CLOSING and not following.spaced:
        return False
    if not following.spaced and following.shape != "x":
        return False
    if mark == "." and (_is_abbreviation(tokens, i, abbreviations) or following.shape == "l"):
        return False
    return following.text not in ",;:"


def _is_abbreviation(tokens: list[Token], i: int, abbreviations: frozenset[str]) -> bool:
    if i == 0 or tokens[i].text != "." or tokens[i].spaced:
        return False
    before = tokens[i - 1]
    initial = len(before.text) == 1 and before.shape == "C"
    return initial or before.key in abbreviations
