"""Learned weights of named features: the tables of `weights/`, one for each question that the engine asks.

A table gives each feature its weight, and `bias` what stands where no feature speaks. The likelihood is that of
logistic regression: the sum of the weights, squashed between 0 and 1. `tools/weigh.py` writes the tables; nobody edits
them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from math import exp

QUESTIONS = ("participant", "meeting", "party", "signatory", "agreement")
_BIAS = "bias"
_loaded: dict[str, Weights] = {}


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one question. A feature that the table does not know weighs nothing."""

    of: dict[str, float]

    def likelihood(self, features: Iterable[str]) -> float:
        """Between 0 and 1.

        >>> round(Weights({"bias": -1.0, "attached": 3.0}).likelihood(["attached", "unheard of"]), 3)
        0.881
        """
        of = self.of
        return 1 / (1 + exp(-of[_BIAS] - sum(of.get(f, 0.0) for f in features)))


def weights(question: str) -> Weights:
    """The weights of a question, one of `QUESTIONS`."""
    if question not in _loaded:
        text = (files("communique.schema") / f"weights/{question}.tsv").read_text(encoding="utf-8")
        rows = (line.split("\t") for line in text.splitlines()[1:])
        _loaded[question] = Weights({feature: float(weight) for feature, weight in rows})
    return _loaded[question]


def use(question: str, of: Weights) -> None:
    """Puts weights in place of those of a table, for this process: what is learned can be tried before it is kept."""
    _loaded[question] = of
