"""Learned weights of named features: the tables of `weights/`, one for each question that the engine asks.

A table gives each feature its weight, and `bias` what stands where no feature speaks. The likelihood is that of logistic
regression. `tools/weigh.py` writes the tables; nobody edits them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

BIAS = "bias"


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one question. A feature that the table does not know weighs nothing."""

    of: dict[str, float]

    def likelihood(self, features: Iterable[str]) -> float:
        """Between 0 and 1.

        >>> Weights({"bias": -1.0, "attached": 3.0}).likelihood(["attached", "unheard of"])
        0.8807970779778823
        """
        weights = self.of
        return 1 / (1 + exp(-weights[BIAS] - sum(weights.get(f, 0.0) for f in features)))


@cache
def weights(question: str) -> Weights:
    """The weights of a question, by the name of its table."""
    text = (files("communique.schema") / f"weights/{question}.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return Weights({feature: float(weight) for feature, weight in rows})
