"""Which lines are the article, where its dateline ends, and which line is its title."""

import pytest

from communique.extract.layout import lay_out
from communique.model import Article

DATELINES = [
    # language, text, the dateline
    ("en", "ACCRA, May 3 (Reuters) - The talks went on.", "ACCRA, May 3 (Reuters) -"),
    ("en", "NAIROBI (AFP) — The talks went on.", "NAIROBI (AFP) —"),
    ("en", "OSLO - The talks went on.", "OSLO -"),
    ("fr", "OSLO, 3 mai 2024 (AFP) - Le Kenya a signé.", "OSLO, 3 mai 2024 (AFP) -"),
    ("ro", "BUCUREȘTI, 3 mai (Reuters) - Discuțiile continuă.", "BUCUREȘTI, 3 mai (Reuters) -"),
    ("fa", "اسلو - ایرنا - گفت‌وگوها ادامه یافت.", "اسلو - ایرنا -"),
    ("en", "The talks - long and hard - went on.", ""),
    ("en", "The free-trade talks went on in Accra.", ""),
    ("fr", "Le vice-ministre est venu à Oslo.", ""),
    ("ro", "Discuțiile continuă la Oslo - capitala.", ""),
]
LEFT_OUT = [
    ("en", "Kenya signed.\nREAD MORE: Ghana did not sign\nPeru signed.", "Ghana did not sign"),
    ("fr", "Le Kenya a signé.\nLire aussi : le Ghana refuse\nLe Pérou a signé.", "le Ghana refuse"),
    ("ro", "Kenya a semnat.\nCitește și: Ghana refuză\nPeru a semnat.", "Ghana refuză"),
]
TITLES = [
    ("Kenya and Peru sign a treaty\nThe two signed in Lima.", "Kenya and Peru sign a treaty"),
    ("Kenya and Peru signed a treaty.\nThe two signed in Lima.", None),
    ("Kenya and Peru signed a treaty", None),
    ("One. Two\nThree.", None),
]


@pytest.mark.parametrize(("language", "text", "dateline"), DATELINES)
def test_a_dateline_ends_at_its_dash(language: str, text: str, dateline: str) -> None:
    page = lay_out(Article("a", text, language))
    length = page.datelines.get(0, 0)
    tokens = page.sentences[0].tokens[:length]
    assert (text[: tokens[-1].end] if tokens else "") == dateline


@pytest.mark.parametrize(("language", "text", "line"), LEFT_OUT)
def test_teasers_are_left_out(language: str, text: str, line: str) -> None:
    page = lay_out(Article("a", text, language))
    kept = [text[s.start : s.end] for s in page.sentences]
    assert len(kept) == 2 and not any(line in sentence for sentence in kept)
    assert any(line in text[s.start : s.end] for s in page.head)


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_a_first_line_without_a_stop_is_the_title(text: str, title: str | None) -> None:
    page = lay_out(Article("a", text, "en"))
    found = None if page.title is None else page.sentences[page.title]
    assert (found and text[found.start : found.end]) == title


def test_a_given_title_is_not_looked_for() -> None:
    assert lay_out(Article("a", TITLES[0][0], "en", title="Given")).title is None


@pytest.mark.parametrize(("language", "text", "folded"), [
    ("ro", "Presedintele tarii a semnat astazi un acord la Bucuresti cu omologul sau.", True),
    ("ro", "Președintele țării a semnat astăzi un acord la București cu omologul său.", False),
    ("fr", "Le ministre a signe hier a Oslo un accord sur la peche.", True),
    ("fa", "وزیر امضا کرد.", False),
])  # fmt: skip
def test_texts_without_accents_are_read_without(language: str, text: str, folded: bool) -> None:
    assert lay_out(Article("a", text, language)).language.folded is folded
