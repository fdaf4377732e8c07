"""What it costs to pass from one word of a clause to another: the weaker the tie across it, the dearer. Pure functions."""

from __future__ import annotations

from collections.abc import Collection

from metrics.claims.clause import Sentence

_AND = ("and", ",")
_BRACKETS = frozenset("()")
LIMIT = 24  # the dearest trigger that still binds
# What it costs to pass a word between figure and trigger: the weaker the tie across it, the dearer.
PASSING = {
    ",": 3,
    ";": 14,
    ":": 5,
    "—": 4,
    "–": 4,
    "-": 0,
    "(": 3,
    ")": 3,
    "“": 2,
    "”": 2,
    '"': 2,
    "'": 1,
    "and": 2,
    "or": 2,
    "but": 8,
    "which": 4,
    "who": 4,
    "whom": 3,
    "that": 4,
    "while": 9,
    "when": 6,
    "after": 7,
    "before": 7,
    "because": 8,
    "as": 3,
    "where": 6,
    "if": 8,
    "although": 8,
    "since": 5,
    "until": 6,
    "including": 1,
    "of": 0.5,
    "the": 0.5,
    "a": 0.5,
    "an": 0.5,
    "were": 0.5,
    "was": 0.5,
    "been": 0.5,
    "have": 0.5,
    "had": 0.5,
    "including a": 1,
    "with": 2,
    "despite": 8,
    "whereas": 9,
    "though": 8,
    "following": 4,
    "more": 0.3,
    "some": 0.3,
}


class Passing:
    """What it costs to pass each token of a sentence in which `figures` are the tokens of figures."""

    def __init__(self, sentence: Sentence, figures: Collection[int]) -> None:
        self.marks, self.lower = sentence.marks, sentence.lower
        lower = self.lower
        self.prices = [PASSING.get(word, 1.0) for word in lower]
        if "-" in sentence.vocabulary:
            for i in range(len(lower) - 1):
                if lower[i] == lower[i + 1] == "-":
                    self.prices[i] = PASSING["—"]  # two hyphens are a dash too
        for i in figures:
            self.prices[i] = 1.0
        for mark in sentence.of("speech"):
            self.prices[mark.i] = 9.0
        self.brackets = not _BRACKETS.isdisjoint(sentence.vocabulary)

    def costs(self, first: int, last: int, step: int, start: float = 0.0) -> dict[int, float]:
        """Tokens from `first` towards `last` with what it costs to get to each, beyond a `start`."""
        lower, total, found, i, depth = self.lower, 0.0, dict[int, float](), first, 0
        while i != last and total <= LIMIT * 2:
            found[i] = total + start
            if self.brackets and lower[i] in _BRACKETS:
                depth += 1 if (lower[i] == "(") == (step > 0) else -1
                total += 1
            elif depth > 0:
                total += 0.2
            elif step < 0 and i and lower[i - 1] in _AND and lower[i].endswith("ed") and not any(mark.i == i for mark in self.marks):
                total += LIMIT  # killed thousands and forced millions from their homes
            else:
                total += self.prices[i]
            i += step
        return found
