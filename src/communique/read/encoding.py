r"""Bytes to text: which encoding a file is in, without asking.

1. A byte order mark settles it (UTF-8, UTF-16, UTF-32); the mark is no part of the text.
2. Zero bytes at every other place are UTF-16 without a mark; other zero bytes are not text at all.
3. What is valid UTF-8 is UTF-8.
4. Else a code page: the one under which the bytes above 127 make the most letters that its readers write.
   `\xe3` is ă in Windows-1250 and ã in Windows-1252; `\xba` is ş there and º here. Where none makes sense,
   none is taken.

A table and not a statistical detector: on a short text four letters settle more than frequencies.
"""

from __future__ import annotations

import codecs

from communique.errors import InputError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяё"
PAGES = (  # code page, the letters its readers write most; the first of equals wins
    ("windows-1252", "àâçèéêëîïôùûüœæáíóúñäößÀÂÇÈÉÊÎÔŒ"),
    ("windows-1250", "ăâîşţáéíóúöőüűčďěňřšťůýžąćęłńśźżäßĂÂÎŞŢŠČ"),
    ("windows-1256", "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىةپچژگک"),
    ("windows-1251", CYRILLIC + "іїєґў"),
    ("koi8-r", CYRILLIC),
)
TYPOGRAPHY = "«»„“”‘’–—…№°§€\xa0،؛؟\u200c\u200d"  # in every page; says nothing about the language
SAMPLE = 65536  # bytes looked at to tell code pages apart
SENSE = 0.8  # share of the characters above 127 that must be letters of the page or its typography
SIGNATURES = (
    (b"%PDF-", "is a PDF file", "save its text as .txt first"),
    (b"PK\x03\x04", "is a ZIP archive or an office document", "unpack it, or save its text as .txt first"),
    (b"\x1f\x8b", "is compressed with gzip", "unpack it with gunzip first"),
    (b"\xd0\xcf\x11\xe0", "is an old office document", "save its text as .txt first"),
    (b"{\\rtf", "is a rich text file", "save its text as .txt first"),
)
NO_TEXT = ("is not text", "give a text file or JSON lines")


def decode(data: bytes, where: str) -> str:
    r"""The text of `data`, exactly: no newline is changed. Raises InputError for what is no text.

    >>> decode("Chișinău".encode("utf-16"), "a.txt")
    'Chișinău'
    >>> decode("Președinţii s-au întâlnit".replace("ș", "ş").encode("windows-1250"), "b.txt")
    'Preşedinţii s-au întâlnit'
    """
    for signature, problem, remedy in SIGNATURES:
        if data.startswith(signature):
            raise InputError(where, problem, remedy)
    encoding, start = _marked(data)
    encoding = encoding or _unmarked(data)
    try:
        text = data[start:].decode(encoding or "ascii")
    except UnicodeDecodeError as error:
        if b"\0" in data and not start:
            raise InputError(where, *NO_TEXT) from error
        raise InputError(where, "is damaged or in no encoding known here", "save it as UTF-8") from error
    if _is_binary(text):
        raise InputError(where, *NO_TEXT)
    return text


def _marked(data: bytes) -> tuple[str, int]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    return "", 0


def _unmarked(data: bytes) -> str:
    """Name of the likeliest encoding of bytes without a mark; "" where none makes sense."""
    if b"\0" in data[:SAMPLE]:
        return _wide(data[:SAMPLE])
    try:
        data.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        return _code_page(data)


def _wide(head: bytes) -> str:
    """UTF-16 by where its zero bytes stand: spaces, digits and line ends have them in every script."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd and not even:
        return "utf-16-le"
    return "utf-16-be" if even and not odd else ""


def _code_page(data: bytes) -> str:
    best, best_score = "", SENSE
    for page, letters in PAGES:
        score = _sense(data[:SAMPLE], page, letters)
        if score > best_score:
            best, best_score = page, score
    return best


def _sense(data: bytes, page: str, letters: str) -> float:
    """0 to 1: how much of what `page` makes of the bytes above 127 is usual; 0 where it has no such byte."""
    try:
        high = [c for c in data.decode(page) if c > "\x7f"]
    except UnicodeDecodeError:
        return 0.0
    usual = frozenset(letters)
    judged = [c for c in high if c not in TYPOGRAPHY]
    if not judged:
        return 1.0 if high else 0.0
    return sum(1.0 if c in usual else 0.5 if c.lower() in usual else 0.0 for c in judged) / len(judged)


def _is_binary(text: str) -> bool:
    """Whether over one character in a hundred is a control character, line ends and tabs aside."""
    controls = sum(c < " " and c not in "\t\n\r\f" for c in text)
    return "\0" in text or controls * 100 > len(text)
