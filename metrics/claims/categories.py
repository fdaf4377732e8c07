"""Who is counted, where narrower than the metric: soldiers, civilians, the wounded … Pure functions over the vocabulary."""

from __future__ import annotations

from collections.abc import Mapping

from metrics.claims.catalogue import Metric
from metrics.claims.clause import Sentence
from metrics.claims.inflect import noun_forms
from metrics.model import Figure

_BODIES = frozenset(["body", "remains", "corpse"])
_OF_THEM = (["of", "them"], ["of", "whom"], ["of", "those"], ["of", "these"])
_ARE = frozenset(["is", "are", "was", "were"])


class Categories:
    """The category words of the vocabulary, inflected once."""

    def __init__(self, vocabulary: Mapping[str, Mapping[str, list[str]]]) -> None:
        self.words: dict[str, str] = {}
        self.phrases: list[tuple[str, str]] = []
        for category, words in vocabulary.get("categories", {}).items():
            for word in words:
                for form in noun_forms(word):
                    if " " in form:
                        self.phrases.append((form, category))
                    else:
                        self.words.setdefault(form, category)
        self.truces = [(phrase, category) for category, phrases in vocabulary.get("truce_categories", {}).items() for phrase in phrases]

    def of(self, metric: Metric, figure: Figure, sentence: Sentence, a: int, b: int, states: bool = False) -> str | None:
        """The category that the figure's own phrase names; None where none or several are named. Fighters of `states` are soldiers."""
        lower = sentence.lower
        if metric.event == "ceasefire":
            text = " ".join(lower)
            return next((category for phrase, category in self.truces if phrase in text), None)
        if metric.kind == "age":
            near = lower[max(0, a - 8) : b + 8]
            if "young" in near:
                return "young"
            return "soldier" if any(self.words.get(word) == "soldier" for word in near) else None
        if metric.kind != "count" or not metric.categories:
            return None
        stop = b
        bodies = figure.head in _BODIES
        if (metric.subject == "bodies" or bodies) and b < len(lower) and lower[b] in ("of", "for"):
            stop = min(b + 5, len(lower))
        verb = not sentence.objects.keys().isdisjoint((b + 2, b + 3))  # and wounded two others
        coordinated = b < len(lower) - 1 and lower[b] == "and" and not verb
        if coordinated and self.words.get(lower[b + 1]) not in (None, self.words.get(lower[b - 1])):
            return None
        words = lower[a:stop]
        text = " ".join(words)
        found = [category for phrase, category in self.phrases if phrase in text]
        found += [category for word in words if (category := self.words.get(word))]
        of_them = lower[stop : stop + 2] in _OF_THEM
        if of_them or (not found and lower[stop : stop + 1] and lower[stop] in _ARE):  # two of them children, of whom 186 are civilians
            first = stop + 2 * of_them
            first += lower[first : first + 1] != [] and lower[first] in _ARE
            found = [category for word in lower[first : first + 2] if (category := self.words.get(word))] or found
        kinds = list(dict.fromkeys(category for category in found if category != metric.category))
        if "and" in words and len(set(kinds)) > 1:
            return None
        for preferred in ("wounded", "child", "woman", "young", "civilian", "officer", "militant", "soldier", "foreigner"):
            if preferred in kinds:
                return "soldier" if preferred == "militant" and states and figure.head == "fighter" else preferred
        return None
