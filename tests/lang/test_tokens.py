"""Tokens and sentences: tables of how texts are cut, and that nothing of a text is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.lang import languages, load
from communique.lang.tokens import read_sentences, shape, tokenize

MARKED = st.text(st.sampled_from("aZé.!?؟…»”\")]’'-\n\r\u2028\u200c\u0301،, 3۴سب(«"), max_size=60)

TOKENS = [
    ("L’Iran a reçu", ["L", "’", "Iran", "a", "reçu"]),
    ("vice-ministre", ["vice", "-", "ministre"]),
    ("Kenya–Ghana talks", ["Kenya", "–", "Ghana", "talks"]),
    ("2,500 tonnes", ["2,500", "tonnes"]),
    ("12.03.2023, 5%", ["12.03.2023", ",", "5", "%"]),
    ("3rd", ["3rd"]),
    ("نخست‌وزیر", ["نخست‌وزیر"]),
    ("می‌رود.", ["می‌رود", "."]),
    ("۱۲٫۵ درصد", ["۱۲٫۵", "درصد"]),
    ("cafe\u0301 noir", ["cafe\u0301", "noir"]),
    ("snake_case", ["snake", "_", "case"]),
    ("", []),
    (" \n\t", []),
]

SHAPES = {
    "U": ["OCS", "ЕС"],
    "C": ["Iran", "BelTA", "iPhone", "É", "Șef"],
    "l": ["iran", "ß"],
    "x": ["ایران", "日本"],
    "d": ["12", "۱۲", "3rd"],
    "p": [",", "«", "_"],
}

SENTENCES = [
    ("en", "Dr. Mensah came. He signed!", ["Dr. Mensah came.", "He signed!"]),
    ("en", "J. K. Owusu left on Sept. 3. Talks go on.", ["J. K. Owusu left on Sept. 3.", "Talks go on."]),
    ("en", "Is it true? Yes.", ["Is it true?", "Yes."]),
    ("en", "Title\nText", ["Title", "Text"]),
    ("en", "It cost 3.5 million. He paid.", ["It cost 3.5 million.", "He paid."]),
    ("en", "He said: “We sign.” They left.", ["He said: “We sign.”", "They left."]),
    ("fr", "M. Diallo est venu. Il a signé.", ["M. Diallo est venu.", "Il a signé."]),
    ("ro", "Dl. Pop a venit. El a semnat.", ["Dl. Pop a venit.", "El a semnat."]),
    ("fa", "او آمد. آیا امضا کرد؟ بله.", ["او آمد.", "آیا امضا کرد؟", "بله."]),
    ("en", "\n\n  \n", []),
]


@pytest.mark.parametrize(("text", "words"), TOKENS)
def test_a_text_falls_into_tokens(text: str, words: list[str]) -> None:
    assert [t.text for t in tokenize(text)] == words


@pytest.mark.parametrize(("letter", "word"), [(s, w) for s, words in SHAPES.items() for w in words])
def test_a_word_has_a_shape(letter: str, word: str) -> None:
    assert shape(word) == letter


@pytest.mark.parametrize(("language", "text", "expected"), SENTENCES)
def test_a_text_falls_into_sentences(language: str, text: str, expected: list[str]) -> None:
    found = read_sentences(text, abbreviations=load(language).profile.abbreviations)
    assert [text[s.start : s.end] for s in found] == expected


def test_tokens_know_the_space_before_them() -> None:
    assert [t.spaced for t in tokenize("a b-c\nd")] == [True, True, False, False, True]


def test_sentences_know_their_line() -> None:
    assert [s.line for s in read_sentences("One. Two.\n\nThree.")] == [0, 0, 2]


@given(st.text(max_size=120) | MARKED, st.integers(0, 50))
@settings(max_examples=200, deadline=None)
def test_tokens_slice_back_and_cover_all_but_space(text: str, offset: int) -> None:
    tokens = tokenize(text, offset)
    covered = set()
    for token in tokens:
        assert text[token.start - offset : token.end - offset] == token.text
        covered.update(range(token.start - offset, token.end - offset))
    assert len(covered) == sum(t.end - t.start for t in tokens)
    assert all(i in covered or text[i].isspace() for i in range(len(text)))
    assert [t.start for t in tokens] == sorted(t.start for t in tokens)


@given(st.text(max_size=120) | MARKED, st.sampled_from(languages()))
@settings(max_examples=200, deadline=None)
def test_sentences_are_in_order_and_hold_every_token(text: str, language: str) -> None:
    found = list(read_sentences(text, abbreviations=load(language).profile.abbreviations))
    end = line = 0
    for sentence in found:
        assert end <= sentence.start < sentence.end and line <= sentence.line
        assert (sentence.start, sentence.end) == (sentence.tokens[0].start, sentence.tokens[-1].end)
        end, line = sentence.end, sentence.line
    tokens = [(t.start, t.text) for s in found for t in s.tokens]
    assert tokens == [(t.start, t.text) for t in tokenize(text)]
