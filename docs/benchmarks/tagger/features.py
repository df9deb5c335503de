"""What the tagger sees of a token: its letters, its neighbours, and what the package's tables say of both.

A `Reading` has the tables' answers already (known names, titles, bodies, markers, ordinary words). What the rules made
of them, the mentions, is not looked at: the tagger is to have an opinion of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from corpora import PERSON, Labelled

from communique.extract.article import read_mentions
from communique.extract.layout import Page
from communique.extract.reading import Reading
from communique.lang import Sentence, load
from communique.lang.tokens import tokenize
from communique.model import Article

Features = list[str]


def read_labelled(sentences: Iterable[Labelled], code: str) -> list[tuple[Labelled, Reading]]:
    """Sentences with the rules' readings of them, each document read as a whole."""
    documents: dict[str, list[Labelled]] = {}
    for sentence in sentences:
        documents.setdefault(sentence.document, []).append(sentence)
    found: list[tuple[Labelled, Reading]] = []
    for members in documents.values():
        whole = [Sentence(tokenize(s.text), 0, len(s.text), i) for i, s in enumerate(members)]
        kept = [(s, w) for s, w in zip(members, whole, strict=True) if w.tokens]
        page = Page(Article("", "", code), load(code), [w for _, w in kept], None, {}, [])
        found += zip([s for s, _ in kept], read_mentions(page), strict=True)
    return found


def bio(sentence: Labelled, reading: Reading) -> list[str]:
    """B-, I- and O labels of a reading's tokens. Titles that a corpus counts to a person's name are left out of it."""
    labels = ["O"] * len(reading.tokens)
    for name in sentence.names:
        inside = [i for i, t in enumerate(reading.tokens) if t.start < name.end and t.end > name.start]
        while name.label == PERSON and len(inside) > 1 and inside[0] in reading.titles:
            end = reading.titles[inside[0]].end
            end += end < len(labels) and reading.tokens[end].text == "."
            inside = [i for i in inside if i >= end] or inside[-1:]
        for i in inside:
            labels[i] = ("B-" if i == inside[0] else "I-") + name.label
    return labels


def repeated(readings: Sequence[Reading]) -> Counter[str]:
    """How often each word stands in a document with a capital, within its sentence (or at all, without capitals)."""
    return Counter(
        t.fold
        for r in readings
        for i, t in enumerate(r.tokens)
        if (t.shape in "CU" and i > 0) or (t.shape == "x" and not r.ordinary(i))
    )


def features(reading: Reading, often: Counter[str]) -> list[Features]:
    """The features of each token of a sentence."""
    flags = _flags(reading)
    tokens = reading.tokens
    found: list[Features] = []
    for i, token in enumerate(tokens):
        mine = ["b", f"w={token.fold}", f"s={_outline(token.text)}", *flags[i]]
        mine += [f"p{n}={token.key[:n]}" for n in (2, 3) if len(token.key) > n]
        mine += [f"e{n}={token.key[-n:]}" for n in (2, 3, 4) if len(token.key) > n]
        mine.append(f"r={min(3, often[token.fold])}")
        mine += ["first"] * (i == reading.skip) + ["head"] * reading.headline
        for step in (-2, -1, 1, 2):
            j = i + step
            if 0 <= j < len(tokens):
                mine.append(f"{step}w={tokens[j].fold}")
                mine += [f"{step}{flag}" for flag in flags[j]]
                if abs(step) == 1:
                    mine += [f"{step}e={tokens[j].key[-3:]}", f"{step}g={tokens[j].spaced}"]
            else:
                mine.append(f"{step}none")
        if i:
            mine.append(f"sh={tokens[i - 1].shape}{token.shape}")
        found.append(mine)
    return found


def _flags(reading: Reading) -> list[list[str]]:
    """What the tables say of each token."""
    flags: list[list[str]] = [[f"t={t.shape}"] for t in reading.tokens]
    for i, token in enumerate(reading.tokens):
        given = reading.language.given_names
        flags[i] += ["given"] * (reading.word(i) in given or token.fold in given)
        flags[i] += ["plain"] * reading.ordinary(i) + ["lone"] * (token.fold in reading.lone_capitals)
        flags[i] += ["particle"] * (token.key in reading.language.profile.particles)
    for start, title in reading.titles.items():
        _mark(flags, start, title.end, f"title:{title.row['class']}")
    for start, body in reading.bodies.items():
        _mark(flags, start, body.end, f"body:{body.row['category']}")
    for start, portfolio in reading.portfolios.items():
        _mark(flags, start, portfolio.end, "portfolio")
    for start, marker in reading.markers.items():
        _mark(flags, start, marker.end, f"marker:{marker.row['role']}")
    for start, known in reading.known.items():
        kind = "demonym" if known.kind == "demonym" else known.entries[0].type
        _mark(flags, start, start + 1, f"known:B{kind}")
        _mark(flags, start + 1, known.end, f"known:I{kind}")
    return flags


def _mark(flags: list[list[str]], start: int, end: int, flag: str) -> None:
    for i in range(start, min(end, len(flags))):
        if flag not in flags[i]:
            flags[i].append(flag)


def _outline(word: str) -> str:
    """Its letters as X, x, caseless letters as a, digits as 0, runs of more than two cut short.

    >>> _outline("McAllister"), _outline("2024")
    ('XxXxx', '00')
    """
    signs = ""
    for c in word:
        sign = "0" if c.isdigit() else "X" if c.isupper() else "x" if c.islower() else "a" if c.isalpha() else c
        if signs[-2:] != sign * 2:
            signs += sign
    return signs[:10]
