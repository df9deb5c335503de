"""How well written names are matched: precision, recall, F1 and pairs a second; and how the weights are
learned.

    python docs/benchmarks/names.py PAIRS.tsv          figures, cross-validated by person, beside other
    matchers
    python docs/benchmarks/names.py PAIRS.tsv --fit    learn from all pairs, write
    src/communique/resolve/weights.toml

PAIRS.tsv has the columns form_a, lang_a, form_b, lang_b, type, same, tags. Forms that are said to be the same
are one actor;
an actor's pairs are all in one fold, and a pair of two actors is trained on only where neither is being
tested. Each weight keeps
the sign that its feature's meaning gives it, so that pairs which spelling cannot solve (NATO, OTAN) teach
nothing wrong.
rapidfuzz is compared where it is installed, on unidecode where that is too.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from communique.resolve import names, organizations
from communique.resolve.bodies import body_name
from communique.resolve.personal import personal_name

WEIGHTS = Path(__file__).parents[2] / "src/communique/resolve/weights.toml"
Row = dict[str, str]
FOLDS = 5
THRESHOLDS = {"person": 0.7, "organization": 0.45}
# what a weight is before any pair is seen, and by its sign for ever; +-0.01 where only the sign is known
PRIOR = {
    "person": {
        "agreement": 1,
        "weakest": -3,
        "one_script": -4,
        "contradiction": -5,
        "evidence": 3,
        "left_over": -1,
        "surname_only": 2,
        "given_only": -1,
        "initial": 1,
        "initial_differs": -4,
        "ending": -1.5,
        "order": -1,
        "identical": 2,
        "vowelless": 0.01,
        "known_same": 12,
        "known_differ": -6,
    },
    "organization": {
        "shared": 3,
        "only_one": -1,
        "each_its_own": -2,
        "words_differ": -1,
        "word_missing": -0.5,
        "same_scope": 0.5,
        "scope_differs": -4,
        "scope_missing": -0.3,
        "heads_differ": -1,
        "acronym": 3,
        "acronym_differs": -2,
        "sound": 2,
        "identical": 3,
        "known_same": 12,
        "known_differ": -6,
        "nothing": -3,
        "scope_only": -2,
    },
}
FEATURES = {"person": names.FEATURES, "organization": organizations.FEATURES}


def read(path: str, kind: str) -> list[Row]:
    with open(path, encoding="utf-8") as table:
        return [row for row in csv.DictReader(table, delimiter="\t") if row["type"] == kind]


def features(row: Row) -> tuple[float, ...]:
    a, b = (row["form_a"], row["lang_a"]), (row["form_b"], row["lang_b"])
    if row["type"] == "person":
        return names.person_features(personal_name(*a), personal_name(*b))
    return organizations.body_features(body_name(*a), body_name(*b))


def folds(rows: list[Row]) -> list[tuple[int, int]]:
    """The fold of either side's actor, by a hash of the actor's first form."""
    parent: dict[str, str] = {}

    def root(form: str) -> str:
        while parent.setdefault(form, form) != form:
            form = parent[form]
        return form

    for row in rows:
        a, b = root(row["form_a"]), root(row["form_b"])
        if row["same"] == "1" and a != b:
            parent[max(a, b)] = min(a, b)

    def fold(form: str) -> int:
        return int(hashlib.sha256(root(form).encode()).hexdigest(), 16) % FOLDS

    return [(fold(row["form_a"]), fold(row["form_b"])) for row in rows]


def known(kind: str) -> list[int]:
    """The places of the features that come from knowledge and not from spelling."""
    return [FEATURES[kind].index(name) for name in ("known_same", "known_differ")]


def fit(x: np.ndarray, y: np.ndarray, kind: str, strength: float = 0.3) -> np.ndarray:
    """Bias and weights of a logistic regression pulled towards `PRIOR`, each with its prior's sign."""
    if "nothing" in FEATURES[kind]:
        taught = (x[:, FEATURES[kind].index("nothing")] == 0) | (y == 0)  # OTAN, NATO: no lesson for spelling
        x, y = x[taught], y[taught]
    prior = np.array([0.0] + [PRIOR[kind][name] for name in FEATURES[kind]])
    pull = np.array([0.01] + [strength] * (len(prior) - 1))
    x = np.c_[np.ones(len(x)), x]
    x[:, [1 + place for place in known(kind)]] = (
        0.0  # keep their prior: else they would teach spelling to be lax
    )
    step = 1.0 / (0.25 * np.linalg.norm(x, 2) ** 2 + pull.max())
    weights = look = prior.copy()
    momentum = 1.0
    for _ in range(4000):  # accelerated projected gradient (Nesterov 1983)
        gradient = x.T @ (1 / (1 + np.exp(-x @ look)) - y) + pull * (look - prior)
        after = look - step * gradient
        after[1:] = np.where(np.sign(after[1:]) == np.sign(prior[1:]), after[1:], 0.0)
        faster = (1 + (1 + 4 * momentum**2) ** 0.5) / 2
        look = after + (momentum - 1) / faster * (after - weights)
        weights, momentum = after, faster
    return weights


def held_out(rows: list[Row], x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The probability of each pair by weights that were learned without its actors."""
    places = folds(rows)
    scores = np.zeros(len(rows))
    for fold in range(FOLDS):
        train = [i for i, place in enumerate(places) if fold not in place]
        test = [i for i, place in enumerate(places) if min(place) == fold]
        weights = fit(x[train], y[train], rows[0]["type"])
        scores[test] = 1 / (1 + np.exp(-(np.c_[np.ones(len(test)), x[test]] @ weights)))
    return scores


def figures(says: np.ndarray, y: np.ndarray) -> str:
    right = int((says & (y == 1)).sum())
    precision, recall = right / max(1, says.sum()), right / max(1, (y == 1).sum())
    return f"{precision:.3f} {recall:.3f} {2 * precision * recall / max(1e-9, precision + recall):.3f}"


def subsets(rows: list[Row]) -> dict[str, np.ndarray]:
    arabic = [{row["lang_a"], row["lang_b"]} & {"fa", "ar"} for row in rows]
    return {
        "all": np.array([True] * len(rows)),
        "across scripts": np.array(["cross-script" in row["tags"] for row in rows]),
        "fa/ar to other scripts": np.array(
            [bool(found) and "cross-script" in row["tags"] for found, row in zip(arabic, rows, strict=True)]
        ),
    }


def others(rows: list[Row]) -> dict[str, np.ndarray]:
    """Scores of the matchers that are installed, by name."""
    found: dict[str, Callable[[Row], float]] = {}
    try:
        from rapidfuzz import fuzz
        from rapidfuzz.utils import default_process

        found["rapidfuzz token_sort"] = lambda row: (
            fuzz.token_sort_ratio(row["form_a"], row["form_b"], processor=default_process) / 100
        )
        try:
            from unidecode import unidecode

            found["rapidfuzz token_sort on unidecode"] = lambda row: (
                fuzz.token_sort_ratio(
                    unidecode(row["form_a"]), unidecode(row["form_b"]), processor=default_process
                )
                / 100
            )
        except ImportError:
            pass
    except ImportError:
        pass
    return {name: np.array([score(row) for row in rows]) for name, score in found.items()}


def best_threshold(scores: np.ndarray, y: np.ndarray) -> float:
    """The threshold that suits these very pairs best: a favour that we do the others and not ourselves."""
    return max(np.arange(0.05, 1, 0.025), key=lambda t: float(figures(scores >= t, y).split()[2]))


def speed(rows: list[Row]) -> float:
    """Pairs a second, names already taken apart, no pair of names seen before in this order."""
    kind = rows[0]["type"]
    apart = personal_name if kind == "person" else body_name
    compare = names.person_features if kind == "person" else organizations.body_features
    left = [apart(row["form_a"], row["lang_a"]) for row in rows]
    right = [apart(row["form_b"], row["lang_b"]) for row in rows]
    started, count = time.perf_counter(), 0
    for shift in range(1, 41):
        for a, b in zip(left, right[shift:] + right[:shift], strict=True):
            compare(a, b)  # type: ignore[operator]
            count += 1
    return count / (time.perf_counter() - started)


def report(path: str, kind: str, verbose: int, blind: bool) -> None:
    rows = read(path, kind)
    y = np.array([int(row["same"]) for row in rows])
    print(f"{kind}: {len(rows)} pairs, {y.sum()} the same; {speed(rows):,.0f} pairs a second")
    x = np.array([features(row) for row in rows])
    if blind:
        x[:, known(kind)] = 0
    scores = held_out(rows, x, y)
    for name, mask in subsets(rows).items():
        print(f"  {'communique':36}{name:26}{figures(scores[mask] >= THRESHOLDS[kind], y[mask])}")
    for name, other in others(rows).items():
        threshold = best_threshold(other, y)
        for subset, mask in subsets(rows).items():
            print(f"  {name:36}{subset:26}{figures(other[mask] >= threshold, y[mask])}")
    for i in np.argsort(-np.abs(scores - y))[:verbose]:
        row = rows[i]
        shown = {n: round(float(v), 2) for n, v in zip(FEATURES[kind], x[i], strict=True) if v}
        print(
            y[i],
            round(float(scores[i]), 2),
            row["form_a"],
            "|",
            row["form_b"],
            row["lang_a"],
            row["lang_b"],
            shown,
        )


def learn(path: str) -> None:
    lines = ["# learned by docs/benchmarks/names.py --fit"]
    for kind, threshold in THRESHOLDS.items():
        rows = read(path, kind)
        weights = fit(
            np.array([features(row) for row in rows]), np.array([int(row["same"]) for row in rows]), kind
        )
        lines += ["", f"[{kind}]", f"threshold = {threshold}", f"bias = {weights[0]:.2f}"]
        lines += [f"{name} = {value:.2f}" for name, value in zip(FEATURES[kind], weights[1:], strict=True)]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs")
    parser.add_argument("--fit", action="store_true", help="learn the weights from all pairs and write them")
    parser.add_argument(
        "--no-knowledge", action="store_true", help="leave out what the package knows of actors"
    )
    parser.add_argument("--worst", type=int, default=0, help="show so many of the pairs judged worst")
    arguments = parser.parse_args()
    if arguments.fit:
        learn(arguments.pairs)
    for kind in THRESHOLDS:
        report(arguments.pairs, kind, arguments.worst, arguments.no_knowledge)


if __name__ == "__main__":
    main()
