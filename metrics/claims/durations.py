"""How a stretch of time is tied to the truce or the meeting that it is told of. Pure functions of an analysed sentence."""

from __future__ import annotations

from metrics.claims.clause import Mark, Sentence

_MEETINGS = frozenset(
    (
        "talk talks negotiation meeting summit consultation discussion session conversation call dialogue last meet negotiate speak confer"
    ).split()
)
_ENDED = frozenset("ended concluded finished wrapped closed broke ending concluding adjourned expired lapsed".split())
_LONG = frozenset(["war", "conflict", "invasion", "occupation", "siege", "fighting"])
_SUFFERED = frozenset(
    (
        "ravaged raged raging fought fighting waged waging gripped plagued torn wracked devastated besieged blockaded ruled suffered "
        "suffering lived living rocked scarred shattered battered engulfed occupied governed served displaced stalled frozen dragged"
    ).split()
)
_RELATIVES = frozenset(["that", "which"])
_NOT_A_LENGTH_AFTER = frozenset("ago earlier later after before since old into away from until".split())
_NOT_A_LENGTH_BEFORE = frozenset("in after last past next every within previous first coming following since ago".split())


# What a truce of that length may be called: *a 30-day period without attacks*.
_STRETCHES = frozenset(
    "period window stretch span term extension phase deadline break stoppage interval day days week weeks month hour hours".split()
)
_WAITS = frozenset("delay wait gap siege captivity term sentence occupation absence notice".split())
_LONGER = frozenset(["extend", "prolong", "renew"])
_MORE = frozenset(["more", "additional", "another", "further", "extra", "extension"])
_WITHIN = 9  # words between *extend* and by how much


def extends(sentence: Sentence, a: int, b: int) -> bool:
    """Whether a stretch of time is by how much a truce is made longer: *extended by two days*, *for an additional two days*."""
    if not _MORE.isdisjoint(sentence.lower[max(0, a - 2) : b + 2]):
        return True
    longer = [mark for mark in sentence.of("status") if mark.sense.lemma in _LONGER and a - _WITHIN <= mark.i < a]
    return bool(longer) and sentence.lower[a - 1] in ("by", "for")


def tie(sentence: Sentence, mark: Mark, side: str, a: int, b: int) -> float | None:
    """How well a stretch of time is tied to a truce or meeting: *30-day truce*, *a truce of 30 days*, *lasted 30 days*."""
    lower = sentence.lower
    if side != "inside" and (_of_another(sentence, a, b) or (lower[a - 1] == "of" and lower[a - 2] in _WAITS)):
        return None  # a truce, after a delay of several hours
    if mark.sense.lemma not in _MEETINGS and sentence.slice(a, b).lower().startswith("within"):
        return None  # a truce within 10 days: when, not how long
    after = lower[b] if b < len(lower) else ""
    before = lower[a - 1] if a else ""
    close = set(lower[max(0, a - 5) : a])
    lasting = bool({"last", "lasted", "lasts", "lasting"} & close) or (
        bool({"ended", "concluded", "over", "finished"} & close) and lower[a : a + 1] == ["within"]
    )
    if after == "of" and mark.i not in range(b, b + 5) and side != "inside":
        return None  # 20 days of fighting
    lasting = lasting or (before == "after" and bool(_ENDED & close)) or (before == "after" and (after == "of" or side == "inside"))
    long = before == "of" and lower[a - 2] != "as"  # a truce of a week before they sign; not as of a week before
    if (after in _NOT_A_LENGTH_AFTER and side != "inside" and not long) or (before in _NOT_A_LENGTH_BEFORE and not lasting):
        return None
    _, hyphen, unit = sentence.slice(a, b).replace("\u2011", "-").rpartition("-")
    if side == "left" and hyphen and unit[:1].isalpha():
        return None  # a truce, then a nine-month transition
    if side == "left" and not _LONG.isdisjoint(lower[mark.j : a]) and not _RELATIVES.isdisjoint(lower[mark.j : a]):
        return None  # a truce and an end to the war that has lasted for four years
    if side == "left" and before == "for" and lower[a - 2] in _SUFFERED:
        return None  # a truce in a town besieged for two years
    if side in ("right", "inside"):
        if side == "inside" or mark.i - b <= 3:
            return 0.0
        return 4.0 if after in ("of", "for") else 10.0
    if before in ("for", "of", "to", "by", "another", "lasted", "lasting", "last", "-", "(", "–", "least", "about", "hold") or lasting:
        return 0.0
    return 8.0


def _of_another(sentence: Sentence, a: int, b: int) -> bool:
    """Whether a compound says how long something else lasts: *a 24-hour visit*, *the two-day talks*, *a nine-month transition*."""
    first, last = sentence.at[a], sentence.to[b - 1]
    head, hyphen, _ = sentence.text[first:last].replace("\u2011", "-").partition("-")
    return bool(hyphen) and len(head.split()) == 1 and sentence.lower[b - 1] not in _STRETCHES and " " in sentence.text[first:last].strip()
