"""Which first line is a title, and which is a lead, a dateline or a time stamp."""

import pytest

from communique.errors import InputError
from communique.read.text import read_text, title_of

BODY = "\n\nThe two ministers met in Ankara on Monday. They signed a protocol."


@pytest.mark.parametrize(
    "line",
    [
        "Serbia and Oman agree on visas",
        "Visas: Serbia and Oman agree",
        "Serbie - Oman : un accord sur les visas",
        "Ce s-a discutat la Ankara?",
        "« Nous signerons », dit le ministre",
        "Drame près du col (VS)",
        "دیدار وزیران در آنکارا؛ پنج سند امضا شد",
        "ИТОГИ НЕДЕЛИ",
    ],
)
def test_title(line: str) -> None:
    assert title_of(line + BODY) == line


@pytest.mark.parametrize(
    "line",
    [
        "The two ministers met in Ankara on Monday.",
        "وزیران دو کشور در آنکارا دیدار کردند.",
        "“We shall sign.”",
        "TEHRAN, Feb. 05 (MNA) –",
        "TEHRAN, Feb. 05 (MNA) – The minister left",
        "BUCUREȘTI, 17 mai 2022 /AGERPRES/ - Ministrul a plecat",
        "تهران - ایرنا - وزیر خارجه رفت",
        "MONTRÉAL — Le ministre est parti",
        "MINSK -",
        "17 septembrie 2024, 14:32",
        "Publié le : 17/04/2024 - 18:42",
        "* * *",
        "x " * 120,
    ],
)
def test_no_title(line: str) -> None:
    assert title_of(line + BODY) is None


def test_a_line_alone_is_no_title() -> None:
    assert title_of("Serbia and Oman agree on visas") is None


def test_text_is_kept_exactly() -> None:
    text = "\n  Serbia and Oman agree\r\n\r\nThey met.  \r\n"
    article = read_text(text.encode(), "a", "a.txt")
    assert (article.id, article.text, article.title) == ("a", text, "Serbia and Oman agree")


def test_blank_text_is_refused() -> None:
    with pytest.raises(InputError, match=r"a\.txt: is empty"):
        read_text(b" \r\n\t\n", "a", "a.txt")
