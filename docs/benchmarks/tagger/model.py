"""A linear-chain conditional random field over BIO labels (Lafferty, McCallum, Pereira 2001), by CRFsuite."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora import Labelled
from features import bio, features, read_labelled, repeated

from communique.extract.reading import Reading

_SETTINGS = {"c1": 0.15, "c2": 0.05, "max_iterations": 60, "feature.minfreq": 3, "feature.possible_transitions": True}


@dataclass(frozen=True, slots=True)
class Guess:
    """A name that the tagger sees at tokens [start, end), and how sure it is: its least sure token's probability."""

    start: int
    end: int
    label: str
    sure: float


@dataclass(frozen=True, slots=True)
class Opinion:
    """The tagger's names of a sentence, and for each token the probability that it belongs to any name."""

    guesses: tuple[Guess, ...]
    named: tuple[float, ...]


def train(sentences: Iterable[Labelled], code: str, path: Path) -> int:
    """Learns from sentences of a language and writes the weights; returns the number of sentences."""
    import pycrfsuite  # type: ignore[import-untyped]

    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(_SETTINGS)
    documents: dict[str, list[tuple[Labelled, Reading]]] = {}
    for sentence, reading in read_labelled(sentences, code):
        documents.setdefault(sentence.document, []).append((sentence, reading))
    count = 0
    for members in documents.values():
        often = repeated([reading for _, reading in members])
        for sentence, reading in members:
            trainer.append(features(reading, often), bio(sentence, reading))
            count += 1
    trainer.train(str(path))
    return count


class Tagger:
    """The tagger of one language, from its file of weights."""

    def __init__(self, path: Path) -> None:
        import pycrfsuite

        self._tagger = pycrfsuite.Tagger()
        self._tagger.open(str(path))
        self._labels = frozenset(self._tagger.labels())

    def opinions(self, readings: Sequence[Reading]) -> list[Opinion]:
        """What the tagger sees in each sentence of a document."""
        often = repeated(readings)
        return [self._opinion(features(reading, often)) for reading in readings]

    def _opinion(self, seen: list[list[str]]) -> Opinion:
        if not seen:
            return Opinion((), ())
        tags = self._tagger.tag(seen)
        guesses = [self._guess(tags, i) for i, tag in enumerate(tags) if tag != "O" and self._opens(tags, i)]
        return Opinion(tuple(guesses), tuple(1 - self._tagger.marginal("O", i) for i in range(len(tags))))

    def _opens(self, tags: list[str], i: int) -> bool:
        return tags[i][0] == "B" or i == 0 or tags[i - 1][2:] != tags[i][2:]

    def _guess(self, tags: list[str], start: int) -> Guess:
        label, end = tags[start][2:], start + 1
        while end < len(tags) and tags[end] == f"I-{label}":
            end += 1
        return Guess(start, end, label, min(self._belongs(label, i) for i in range(start, end)))

    def _belongs(self, label: str, i: int) -> float:
        """The probability that token i belongs to a name of a label."""
        both = (f"B-{label}", f"I-{label}")
        return float(sum(self._tagger.marginal(tag, i) for tag in both if tag in self._labels))
