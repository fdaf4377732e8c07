"""What else a sentence and its report speak of: the context that a rule wants, the words that forbid a metric. Pure."""

from __future__ import annotations

from functools import cache

from metrics.claims.catalogue import Catalogue, Happens, Metric
from metrics.claims.clause import Sentence

_ELSEWHERE = 4.0  # what it costs that only the report has the context


class Context:
    """The words of one sentence and of its report."""

    def __init__(self, catalogue: Catalogue, sentence: Sentence, report_words: frozenset[str]) -> None:
        self.metrics, self.sentence, self.report_words = catalogue.metrics, sentence, report_words
        self._said: dict[frozenset[str], bool] = {}

    def near(self, happens: Happens) -> float | None:
        """What it costs that the rule's context words stand elsewhere in the report; None where they stand nowhere."""
        if (happens.here and not self.says(happens.here)) or (happens.unless and self.says(happens.unless)):
            return None
        if not happens.near or self.says(happens.near):
            return 0.0
        kind = self.metrics[happens.metric].kind
        return _ELSEWHERE if kind in ("count", "ordinal", "share", "age") and happens.near & self.report_words else None

    def told(self, words: frozenset[str]) -> bool:
        """Whether the sentence or the report has one of the words."""
        return not (words.isdisjoint(self.sentence.vocabulary) and words.isdisjoint(self.report_words))

    def vetoed(self, metric: Metric) -> bool:
        """Whether the sentence names what the metric must not be read from."""
        return self.says(metric.unless)

    def says(self, words: frozenset[str]) -> bool:
        """Whether the sentence has one of the words or phrases."""
        if words not in self._said:
            self._said[words] = not words.isdisjoint(self.sentence.vocabulary) or self._phrased(words)
        return self._said[words]

    def _phrased(self, words: frozenset[str]) -> bool:
        """Whether the sentence has one of the phrases."""
        firsts, phrases = _phrases(words)
        if firsts.isdisjoint(self.sentence.vocabulary):
            return False
        text = " ".join(self.sentence.lower)
        return any(phrase in text for phrase in phrases)


@cache
def _phrases(words: frozenset[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The phrases among them, and the words that they begin with."""
    phrases = tuple(sorted(word for word in words if " " in word))
    return frozenset(phrase.partition(" ")[0] for phrase in phrases), phrases
