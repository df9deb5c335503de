"""The one pattern language of all lexicons, and its matcher.

A form is written as words, the way the tokenizer would cut them:

    signed                      the word
    s'est entretenu|entretenue  alternatives for one token
    rencontr*                   every word that begins so
    a? été                      an optional token
    signed ~3 agreement         up to three tokens in between
    تفاهم‌نامه                    a half-space: matched with it, without it (glued), and with a space

Rows are found by their first token, so a lexicon of thousands of rows costs one dictionary look-up a token.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Generic, TypeVar

from communique.lang.tokens import Token, tokenize

Row = TypeVar("Row")
_STEM = 3  # stems are found by their first three letters


@dataclass(frozen=True, slots=True)
class Step:
    """One place of a pattern: whole words, stems, whether it may be left out, how many tokens may come before."""

    words: frozenset[str]
    stems: tuple[str, ...]
    optional: bool
    gap: int

    def accepts(self, word: str) -> bool:
        return word in self.words or (bool(self.stems) and word.startswith(self.stems))


@dataclass(slots=True)  # not frozen: made by the thousand
class Match(Generic[Row]):
    """Tokens [start, end) of a sentence match a row."""

    start: int
    end: int
    row: Row


_Candidate = tuple[tuple[Step, ...], int, Row]  # a row's steps, how many of them its index has compared, the row


def half_spaces(form: str) -> list[str]:
    """The spellings of a form with half-spaces: each may be lost (glued) or written as a space.

    >>> half_spaces("نخست‌وزیر") == ["نخستوزیر", "نخست وزیر"]
    True
    """
    parts = form.split("\u200c")
    if len(parts) == 1:
        return [form]
    if len(parts) > 4:
        return ["".join(parts), " ".join(parts)]
    return [
        "".join(p + s for p, s in zip(parts, (*seps, ""), strict=True))
        for seps in product(("", " "), repeat=len(parts) - 1)
    ]


def compile_form(form: str, *, folded: bool) -> list[tuple[Step, ...]]:
    """The step sequences of a written form (several where half-spaces leave a choice).

    Raises ValueError where the form begins with an optional token or a gap, or a stem is shorter than three letters.
    """
    return [_compile_one(spelled, folded=folded) for spelled in half_spaces(form)]


def _compile_one(form: str, *, folded: bool) -> tuple[Step, ...]:
    steps: list[Step] = []
    gap = 0
    for chunk in form.split():
        if chunk.startswith("~") and chunk[1:].isdigit():
            gap = int(chunk[1:])
            continue
        optional = chunk.endswith("?") and len(chunk) > 1
        choices = [tokenize(c) for c in chunk.removesuffix("?").split("|")] if chunk not in "|?" else [tokenize(chunk)]
        if len(choices) == 1:
            pieces = _pieces(choices[0], folded)
            for words, stems in pieces:
                steps.append(Step(words, stems, optional, gap))
                gap = 0
        else:
            merged = [_pieces(c, folded) for c in choices]
            steps.extend(_alternatives(form, merged, optional, gap))
            gap = 0
    if not steps or steps[0].optional or steps[0].gap:
        raise ValueError(f"form {form!r} must begin with a word")
    if any(len(stem) < _STEM for step in steps for stem in step.stems):
        raise ValueError(f"form {form!r}: a stem needs at least {_STEM} letters")
    return tuple(steps)


Piece = tuple[frozenset[str], tuple[str, ...]]


def _pieces(tokens: list[Token], folded: bool) -> list[Piece]:
    """One piece a token; `mot` followed by `*` is a stem."""
    pieces: list[Piece] = []
    for token in tokens:
        word = token.fold if folded else token.key
        if token.text == "*" and pieces:
            words, _ = pieces.pop()
            pieces.append((frozenset(), tuple(words)))
        else:
            pieces.append((frozenset({word}), ()))
    return pieces


def _alternatives(form: str, merged: list[list[Piece]], optional: bool, gap: int) -> Iterator[Step]:
    """Steps for alternatives of equal length; they must agree on how many tokens they have."""
    lengths = {len(m) for m in merged}
    if len(lengths) > 1:
        raise ValueError(f"form {form!r}: alternatives must have the same number of tokens")
    for place in range(lengths.pop()):
        words = frozenset(w for m in merged for w in m[place][0])
        stems = tuple(sorted(s for m in merged for s in m[place][1]))
        yield Step(words, stems, optional, gap if place == 0 else 0)


class Lexicon(Generic[Row]):
    """Rows found by written forms; `find` gives the longest match at every token, left to right, none overlapping.

    Rows are indexed by their first two words, or by the first where the second is open (a stem, a gap, optional): most
    tokens open no row, and cost two look-ups.
    """

    def __init__(self, rows: Iterable[tuple[str, Row]], *, folded: bool) -> None:
        self.folded = folded
        self._pairs: dict[str, dict[str, list[_Candidate[Row]]]] = {}
        self._words: dict[str, list[_Candidate[Row]]] = {}
        self._stems: dict[str, list[_Candidate[Row]]] = {}
        for form, row in rows:
            self.add(form, row)

    def add(self, form: str, row: Row) -> None:
        """Adds a row under a form. Raises ValueError where the form cannot be read (see `compile_form`)."""
        for steps in compile_form(form, folded=self.folded):
            second = steps[1] if len(steps) > 1 else None
            for word in sorted(steps[0].words):
                if second and second.words and not (second.stems or second.optional or second.gap):
                    for other in sorted(second.words):
                        self._pairs.setdefault(word, {}).setdefault(other, []).append((steps, 2, row))
                else:
                    self._words.setdefault(word, []).append((steps, 1, row))
            for stem in sorted({s[:_STEM] for s in steps[0].stems}):
                self._stems.setdefault(stem, []).append((steps, 0, row))

    def at(self, tokens: Sequence[Token], i: int) -> Iterator[Match[Row]]:
        """Every match that begins at token i, in the order of the rows."""
        for steps, known, row in self._candidates(tokens, i):
            end = self._run(tokens, i, steps, known)
            if end:
                yield Match(i, end, row)

    def longest(self, tokens: Sequence[Token], i: int) -> Match[Row] | None:
        """The longest match at token i; of equals, the earlier row."""
        best: Match[Row] | None = None
        reach = i
        for steps, known, row in self._candidates(tokens, i):
            end = self._run(tokens, i, steps, known)
            if end > reach:
                reach, best = end, Match(i, end, row)
        return best

    def everywhere(self, tokens: Sequence[Token]) -> dict[int, Match[Row]]:
        """The longest match at every token that one begins at: they may overlap."""
        words, pairs, stems = self._words, self._pairs, self._stems
        found: dict[int, Match[Row]] = {}
        for i, token in enumerate(tokens):
            word = token.fold if self.folded else token.key
            if (word in words or word in pairs or (stems and word[:_STEM] in stems)) and (
                match := self.longest(tokens, i)
            ):
                found[i] = match
        return found

    def find(self, tokens: Sequence[Token]) -> Iterator[Match[Row]]:
        i = 0
        while i < len(tokens):
            match = self.longest(tokens, i)
            if match:
                yield match
                i = match.end
            else:
                i += 1

    def _candidates(self, tokens: Sequence[Token], i: int) -> Sequence[_Candidate[Row]]:
        """The rows whose first words token i and the next one are."""
        word = tokens[i].fold if self.folded else tokens[i].key
        pairs, rows, stems = self._pairs.get(word), self._words.get(word), self._stems.get(word[:_STEM])
        if pairs and i + 1 < len(tokens):
            following = tokens[i + 1].fold if self.folded else tokens[i + 1].key
            paired = pairs.get(following)
            if paired:
                rows = [*paired, *(rows or ())]
        if rows and stems:
            return [*rows, *stems]
        return rows or stems or ()

    def _run(self, tokens: Sequence[Token], i: int, steps: tuple[Step, ...], known: int) -> int:
        """The end of a match of `steps` from token i, or 0; the first `known` steps are known to fit."""
        i += known
        for place in range(known, len(steps)):
            step = steps[place]
            reach = min(len(tokens), i + step.gap + 1)
            for j in range(i, reach):
                word = tokens[j].fold if self.folded else tokens[j].key
                if step.accepts(word):
                    i = j + 1
                    break
            else:
                if not step.optional:
                    return 0
                if place + 1 == len(steps):
                    return i
        return i
