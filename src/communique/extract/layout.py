"""What of an article is the article: its sentences, without teasers, bylines and photo credits, and its dateline.

Agencies open with a dateline, "MINSK, 22 mai 2025 (AFP) -" or «تاشکند - ایرنا -», that says where the story was
written, when, and by whom. It covers the whole article, so it is read once, here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.lang import Language, Sentence, Token, load, read_sentences
from communique.lang import text as spelling
from communique.model import Article

_DATELINE_REACH = 22  # tokens: a dateline that has not closed by then is none
_HEAD = 8  # sentences in which a date of publication may be shown
_DASHES = frozenset("-–—:")


@dataclass(slots=True)
class Page:
    """An article as it is read: its language and its sentences, title first; `head` is the text of its first lines,
    with those that are not the article."""

    article: Article
    language: Language
    sentences: list[Sentence]
    title: int | None  # index of the title's sentence
    datelines: dict[int, int]  # sentence -> number of tokens of the dateline that opens it
    head: list[Sentence]


def lay_out(article: Article) -> Page:
    """The page of an article: lines that are not the article are left out, datelines are marked."""
    language = load(article.language, folded=_without_accents(article))
    sentences: list[Sentence] = []
    head: list[Sentence] = []
    skipped: set[int] = set()
    for sentence in read_sentences(article.text, abbreviations=language.profile.abbreviations):
        if len(head) < _HEAD:
            head.append(sentence)
        if sentence.line in skipped:
            continue
        kind = _line_kind(sentence, language)
        if kind:
            skipped.add(sentence.line)
        else:
            sentences.append(sentence)
    datelines = {i: n for i, s in enumerate(sentences) if (n := _dateline_length(s, first=_opens_line(sentences, i)))}
    return Page(article, language, sentences, _title(article, sentences), datelines, head)


def _without_accents(article: Article) -> bool:
    """Whether a text of a language with accents is written without them: then lexicons are compared without, too."""
    plain = load(article.language)
    if not plain.profile.capitals:
        return False
    letters = [c for c in article.text if c.isalpha()]
    accents = sum(1 for c in letters if ord(c) > 127 and spelling.fold(c) != spelling.key(c))
    return accents * 400 < len(letters)


def _line_kind(sentence: Sentence, language: Language) -> str:
    """The kind of a line that is not the article, by how it begins; empty for a line of the article."""
    tokens = sentence.tokens
    for i in range(min(3, len(tokens))):
        match = language.lines.longest(tokens, i)
        if match:
            return match.row["line"]
        if tokens[i].shape != "p":
            break
    return ""


def _opens_line(sentences: list[Sentence], i: int) -> bool:
    return i == 0 or sentences[i - 1].line != sentences[i].line


def _dateline_length(sentence: Sentence, *, first: bool) -> int:
    """How many tokens of a sentence are its dateline: place, date and agency up to a dash, or `... (AGENCY)`."""
    if not first:
        return 0
    tokens = sentence.tokens[:_DATELINE_REACH]
    for i, token in enumerate(tokens[1:], start=1):
        apart = i + 1 < len(tokens) and tokens[i + 1].spaced and (token.spaced or (i == 1 and tokens[0].shape == "U"))
        dash = token.text in _DASHES and (token.text != "-" or apart)
        if dash and _looks_like_dateline(tokens[:i]):
            again = next(
                (j for j in range(i + 2, min(i + 5, len(tokens))) if tokens[j].text == token.text and tokens[j].spaced),
                i,
            )
            return again + 1  # "PLACE - AGENCY -"
        if (
            token.text == "/"
            and i > 2
            and i + 1 < len(tokens)
            and tokens[i + 1].text in _DASHES
            and _looks_like_dateline(tokens[:i])
        ):
            return i + 2
        named = i + 1 < len(tokens) and tokens[i + 1].text not in ",،"  # "Theo X (N-VA), ministre" is a person
        if token.text == ")" and named and _looks_bracketed(tokens[: i + 1]):
            return i + 1 + (tokens[i + 1].text in _DASHES)
        if token.shape == "l" and i > 12:
            return 0
    return 0


def _looks_like_dateline(tokens: list[Token]) -> bool:
    """Names, numbers and marks, with few small words between them."""
    words = [t for t in tokens if t.shape not in "pd"]
    small = sum(1 for t in words if t.shape == "l")
    agency = any(t.text in "(/" for t in tokens)
    loud = any(t.shape == "U" for t in words)
    caseless = bool(words) and all(t.shape == "x" for t in words)
    if caseless:
        return len(words) <= 4 or (agency and len(words) <= 9)
    return bool(words) and (loud or agency) and small <= 4


def _looks_bracketed(tokens: list[Token]) -> bool:
    """Whether `PLACE, date (AGENCY)` opens a line: short, with a loud place or a date, and no small words."""
    before = [t for t in tokens if t.start < next((t.start for t in tokens if t.text == "("), 0)]
    words = [t for t in before if t.shape not in "pd"]
    marked = any(t.shape in "Ud" for t in before) or len(words) <= 2
    return bool(words) and marked and len(words) <= 6 and sum(t.shape == "l" for t in words) <= 1


_STOP = re.compile(r"[.؟]\s*$")


def _title(article: Article, sentences: list[Sentence]) -> int | None:
    """The first line is the title where it is one sentence without a full stop and more text follows."""
    if not sentences or article.title is not None:
        return None
    first = sentences[0]
    alone = len(sentences) > 1 and sentences[1].line != first.line
    text = article.text[first.start : first.end]
    return 0 if alone and not _STOP.search(text) and len(first.tokens) <= 40 else None
