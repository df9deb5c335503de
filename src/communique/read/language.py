"""Which language a text is in, so that a text in a language without a lexicon is named and not misread.

The candidates are the languages of the press (`languages.tsv`), far more than those that can be read: where
Ukrainian is no candidate, a Ukrainian article is taken for Russian and yields nonsense. The probabilities are
those of py3langid (byte n-grams, naive Bayes, normalised by length), weighed in favour of the languages that
have a folder in `lang/`:

1. the likeliest readable language wins unless another is more than twice as likely;
2. a text that is doubtful as typed is looked at again with the Arabic keyboard's yeh and kaf, which much of
   the Persian press types, turned into Persian's own;
3. a text below `CERTAINTY` is in no known language.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

CERTAINTY = 0.3  # below this py3langid is guessing: keyboard mash and lone names score 0.02 to 0.2
FAVOUR = 2.0  # how much likelier another language must be before a readable one is given up
SETTLED = 0.99  # a text this sure as typed is not looked at with other letters
SAMPLE = 1500  # characters looked at: more does not change the answer and costs time
KEYBOARD = str.maketrans("\u064a\u0643", "\u06cc\u06a9")  # Arabic yeh and kaf -> Farsi yeh and keheh


@cache
def supported() -> tuple[str, ...]:
    """Codes of the languages that can be read, sorted: the folders of `lang/` that have a language.toml."""
    folder = files("communique") / "lang"
    return tuple(sorted(p.name for p in folder.iterdir() if p.is_dir() and (p / "language.toml").is_file()))


@cache
def names() -> dict[str, str]:
    """Code -> English name of every language that detection tells apart.

    >>> names()["uk"]
    'Ukrainian'
    """
    source = files("communique.read") / "languages.tsv"
    rows = csv.DictReader(source.read_text(encoding="utf-8").splitlines(), delimiter="\t")
    return {row["code"]: row["name"] for row in rows}


def primary(tag: str) -> str:
    """The language of a BCP 47 tag, without script and region, as the folders of `lang/` are named.

    >>> primary("fr-FR"), primary("RO"), primary(" fa_IR ")
    ('fr', 'ro', 'fa')
    """
    return tag.strip().replace("_", "-").partition("-")[0].lower()


def detect(text: str, readable: tuple[str, ...] | None = None) -> str:
    """Code of the language of `text`, a readable one or not; "" where nothing is likely enough.

    >>> detect("Miniștrii au semnat un acord de cooperare la Chișinău.", ("fr", "ro"))
    'ro'
    >>> detect("Los ministros firmaron un acuerdo de cooperación en Madrid.", ("fr", "ro"))
    'es'
    >>> detect("12 34 56")
    ''
    """
    known = supported() if readable is None else readable
    sample = text[:SAMPLE]
    code, likely = _likeliest(sample, known)
    if code not in known and likely < SETTLED and (retyped := sample.translate(KEYBOARD)) != sample:
        other, as_likely = _likeliest(retyped, known)
        if other in known and as_likely > likely:
            return other
    return code if likely >= CERTAINTY else ""


def _likeliest(text: str, known: tuple[str, ...]) -> tuple[str, float]:
    ranked: list[tuple[str, float]] = _identifier().rank(text)
    code, likely = ranked[0]
    for other, probability in ranked:
        if other in known:
            return (other, probability) if likely <= FAVOUR * probability else (code, likely)
    return code, likely


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(set(names()) & set(identifier.labels))
    return identifier
