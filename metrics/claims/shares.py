"""Of what a share is one: a country's territory, or something else. Pure functions of a sentence."""

from __future__ import annotations

from metrics.claims.catalogue import Metric
from metrics.claims.clause import Sentence
from metrics.model import Figure

_NEAR = 4  # words behind a share within which what it is a share of is named
_BEHIND = frozenset(
    (
        "is are was were has had and or but in at by as since after before when while including which that under with from on to today now "
        "itself despite during through for"
    ).split()
)


def of_a_country(sentence: Sentence, figure: Figure, metric: Metric, a: int, b: int) -> bool:
    """Whether a share is one of what the metric counts, or of a country that its name alone stands for; not of a region.

    *20 percent of the country*, *a fifth of Ukraine*; not *half of the Donetsk region*, *40 percent of Mali's gold*. A share of nothing
    named is one of the territory that the sentence named before it: *bringing Russian control to 20 percent*.
    """
    lower = sentence.lower
    own = any(word in metric.counts for word in lower[a:b])
    named = [x for x in sentence.actors if a <= x.i <= (b if own else b + _NEAR)]
    if any(x.actor.kind == "place" for x in named) or ("its" in lower[a:b] and "where" in lower[:a]):
        return False  # in Kherson, where Russia controls 70 percent of its land
    if figure.noun is None and lower[a - 1] == "to" and lower[b : b + 1] not in (["of"], ["in"]):
        return any(word in metric.counts for word in lower)
    if figure.head in metric.counts or any(word in metric.counts for word in lower[a : b + _NEAR + 1]):
        return True
    behind = sentence.tokens(figure.start, figure.end)[1]
    behind += behind < len(lower) and lower[behind] in "'’\"”"
    if "of" not in lower[behind : behind + 1]:
        return False
    country = next((x for x in named if x.actor.kind == "name" and x.i - behind - (lower[x.i - 1] == "the") == 1), None)
    if country is None or sentence.words[country.j - 1].endswith(("'s", "’s", "s'", "s’")):
        return False
    return country.j >= len(lower) or not lower[country.j].isalpha() or lower[country.j] in _BEHIND
