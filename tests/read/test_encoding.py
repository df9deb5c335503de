"""Bytes in many encodings come out as the text that was written; what is no text is refused with a reason."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import InputError
from communique.read.encoding import decode

ROMANIAN = "Preşedintele a fost primit la Chişinău; părţile au semnat un protocol în domeniul energiei."
FRENCH = "Le président s’est rendu à Téhéran, où « deux accords » ont été signés dès son arrivée."
PERSIAN = "وزير خارجه در تهران گفت دو کشور سه سند همکاري امضا کردند؛ پايان گفت‌وگو"
RUSSIAN = "Министр прибыл в Тегеран, где стороны подписали соглашение о торговле."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ROMANIAN, "windows-1250"),
        (ROMANIAN, "iso8859-2"),
        (FRENCH, "windows-1252"),
        (PERSIAN, "windows-1256"),
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
    ],
)
def test_code_page_is_recognised(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("text", [ROMANIAN, FRENCH, PERSIAN, RUSSIAN, "Plain ASCII.\r\nTwo lines.\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_with_and_without_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


def test_big_endian_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + RUSSIAN.encode("utf-16-be"), "a.txt") == RUSSIAN


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_utf8_comes_back_unchanged(text: str) -> None:
    if not text.startswith("\ufeff") and not text.startswith(("%PDF-", "{\\rtf")):
        assert decode(text.encode("utf-8"), "a.txt") == text


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines_stay_as_they_are(newline: str) -> None:
    text = newline.join(["one", "two", "", "three"])
    assert decode(text.encode(), "a.txt") == text


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "is a PDF file"),
        (b"PK\x03\x04rest", "is a ZIP archive or an office document"),
        (b"\x1f\x8b\x08\x00", "is compressed with gzip"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0", "is not text"),
        (bytes(range(1, 32)) * 4, "is not text"),
        ("Accord signé à Téhéran".encode() + b"\xc3", "is damaged or in no encoding known here"),
        (codecs.BOM_UTF16_LE + b"a\0b", "is damaged or in no encoding known here"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, problem: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "folder/a.txt")
    assert (caught.value.where, caught.value.problem) == ("folder/a.txt", problem)
    assert caught.value.remedy
