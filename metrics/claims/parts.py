"""Which figures are parts of a larger one: the words that say so, and lists that add up. Pure functions of claims."""

from __future__ import annotations

import re

from metrics.claims.clause import Sentence
from metrics.model import Claim, replace

_BEFORE = re.compile(
    r"\b(?:including|included?|includes|among (?:them|whom|those)|of (?:whom|which|those|these|them)|comprising|made up of|namely)"
    r"(?: \S+){0,2}$"
)
_OPENS = re.compile(
    r"(?:among (?:them|those|these)|(?:they|those|these|the (?:number|figure|total|list|group|tally)) includ(?:e|es|ed)"
    r"|(?:group|batch|hostages|prisoners) (?:is|was|are|were) (?:made up|composed) of|(?:group|batch) (?:comprises|comprised))"
    r"(?: released| freed| returned| exchanged| killed)?(?: (?:are|were|is|was|also)){0,2}$"
)
_OUT_OF = re.compile(r"\b(?:of|among)(?: the)? $")  # 18 of the 26 people killed
_AFTER = re.compile(r"^of (?:them|whom|those|these|which)\b")
_ARE = frozenset("is are was were".split())
_FATES = frozenset("dead killed victims fatalities wounded injured casualties freed released".split())
_GROUPS = frozenset("women children civilians soldiers fighters officers elderly men police".split())
_DEFINITE = 6  # words of *the freed soldiers, including*
_AMONG = 14  # words before a figure within which *among* makes it a part of those named behind it
_TOLD = frozenset("freed released returned captured dead victims injured wounded hostages prisoners captives detainees soldiers".split())
_LISTED = 9  # words of *including soldiers, border guards and*
_FAR = 6  # sentences back for what is among the dead that were counted
_OF_THE_WHOLE = ("among the ", "among those ", "Among the ", "Among those ", "fatalities include", "victims include", "dead include")
_NEAR = 3  # sentences back in which a whole is looked for
_COINCIDENCE = 10  # two figures add up to a smaller one by chance
_WORDS = frozenset("made composed comprises comprised including include included includes among of comprising namely".split())


def marked(sentence: Sentence, a: int, b: int) -> bool:
    """Whether the words next to the figure call it a part of a larger one."""
    lower = sentence.lower
    before = lower[max(0, a - 5) : a]
    if _they_are(lower, a):
        return True
    if not _WORDS.isdisjoint(before) and "result" not in before and _BEFORE.search(" ".join(before)):
        return True
    if a and lower[a - 1] in ("and", ",") and "including" in lower[max(0, a - _AMONG) : a] and _listed(lower, a):
        return True  # including women, children and 160 soldiers
    listed = lower[max(0, a - _LISTED) : a]
    including = "including" in listed and _ARE.isdisjoint(listed[listed.index("including") :])  # not: including a child, were hurt and two
    opened = including or ("among" in lower[:a] and not _ARE.isdisjoint(listed))
    if listed[-1:] == ["and"] and opened and sentence.objects.keys().isdisjoint(range(a - len(listed), a)):
        return True  # including soldiers, border guards and two civilians
    if a > 3 and lower[a - 1] in _ARE and "among" in lower[max(0, a - _AMONG) : a - 2]:  # among the freed Ukrainians are 24 officers
        return True
    if lower[max(0, a - 3) : a - 1] in (["among", "the"], ["among", "those"]) and lower[a - 1] in _FATES:  # among the dead two girls
        return True
    if "among" in lower[b:] and (_closed_by_among(sentence, b) or _told_among(lower[b : b + 8])):
        return True
    if any(lower[k : k + 2] == ["of", "the"] and not _TOLD.isdisjoint(lower[k + 2 : k + 3]) for k in range(a, b + 1)):
        return True  # two of the freed men
    comma = lower.index(",", 0, a) if lower[0] == "of" and "," in lower[:a] else None
    if comma is not None and comma >= a - 2 and not sentence.objects.keys().isdisjoint(range(1, comma)):
        return True  # of the 90 people freed on Friday, 12 were civilians
    if lower[0] == "among" and a > 2 and lower[a - 1] == "," and lower[1] in ("those", "them", "the") and "," not in lower[: a - 1]:
        return True  # among those being freed from its jails, 30 are minors
    return any(_AFTER.search(" ".join(lower[k : k + 2])) for k in (b, b - 2) if k >= a and lower[k : k + 1] == ["of"])


def _listed(lower: list[str], a: int) -> bool:
    """Whether only words for people without a number stand between *including* and the figure."""
    k = a - 1
    while k >= 0 and (lower[k] in (",", "and") or lower[k] in _GROUPS):
        k -= 1
    return k >= 0 and lower[k] == "including"


def _they_are(lower: list[str], a: int) -> bool:
    """Whether the figure opens what they are whom the sentence before counts: *they were 270 soldiers and 120 civilians*."""
    return a == 2 and lower[0] in ("they", "these", "those") and lower[1] in ("were", "are")


def _closed_by_among(sentence: Sentence, b: int) -> bool:
    """Whether *among them* follows the figure, or the list that it stands in: *15 Saudis and four Sudanese among them*."""
    lower, k = sentence.lower, b
    while k in sentence.objects or lower[k : k + 1] in ([","], ["and"]):
        k += 1
    return lower[k - 1] != "," and lower[k : k + 2] in (["among", "them"], ["among", "whom"])


def _told_among(behind: list[str]) -> bool:
    """Whether the figure's clause goes on with *were among those killed*."""
    k = behind.index("among") if "among" in behind else len(behind)
    of_them = behind[k + 1 : k + 2] in (["the"], ["those"]) and (not _FATES.isdisjoint(behind[k:]) or behind[k + 2 : k + 3] == ["who"])
    near = k <= 2 and not _ARE.isdisjoint(behind[:k])
    return of_them and (near or (k > 2 and behind[k - 1] in _ARE and "," not in behind[:k]))


def opens(sentence: Sentence, a: int) -> bool:
    """Whether the figure opens a list of parts of what the sentence before counts: *among them were 44*, *the number included six*."""
    if 3 < a <= _DEFINITE and sentence.lower[0] in ("the", "those", "these") and sentence.lower[a - 2 : a] == [",", "including"]:
        return True  # the soldiers, including eight officers, …
    if sentence.lower[:a] in (["of", "them", ","], ["of", "these", ","], ["of", "those", ","], ["of", "them"]):
        return True
    before = sentence.lower[max(0, a - 7) : a]
    if _they_are(sentence.lower, a):
        return True
    return not _WORDS.isdisjoint(before) and _OPENS.search(" ".join(before)) is not None


def assign(claims: list[Claim], flags: list[bool], sentence_of: list[int]) -> list[Claim]:
    """Claims with `part`, `part_of` and `parts_complete`: flagged ones, and runs of figures that add up to one near before them."""
    out = list(claims)
    for i, claim in enumerate(claims):
        if not flags[i]:
            continue
        whole = _whole(claims, sentence_of, i)
        if whole is not None or claim.part:
            out[i] = replace(claim, part=True, part_of=claims[whole].start if whole is not None else None)
    for w, whole_claim in enumerate(claims):
        run = [
            i
            for i in range(w + 1, min(w + 12, len(claims)))
            if claims[i].metric == whole_claim.metric
            and _of_one_kind(claims[i], whole_claim)
            and sentence_of[i] - sentence_of[w] <= 1
            and claims[i].low < whole_claim.low
            and claims[i].low == claims[i].high
        ]
        total = 0.0
        for n, i in enumerate(run):
            total += claims[i].low
            if total == whole_claim.low and n >= 1 and whole_claim.low == whole_claim.high and claims[i].basis in (None, whole_claim.basis):
                if whole_claim.low < _COINCIDENCE and len({sentence_of[j] for j in run[: n + 1]}) > 1:
                    break
                for j in run[: n + 1]:
                    basis = out[j].basis or whole_claim.basis
                    out[j] = replace(out[j], part=True, part_of=whole_claim.start, parts_complete=True, basis=basis)
                break
    _halve(out, sentence_of)
    wholes: dict[str, dict[float, int]] = {}  # metric → number → where it stands
    for claim in out:
        wholes.setdefault(claim.metric, {})[claim.low] = claim.start
    return [_summed(claim, i, out, sentence_of, wholes[claim.metric]) for i, claim in enumerate(out)]


def _halve(claims: list[Claim], sentence_of: list[int]) -> None:
    """Makes parts of two figures of one sentence that add up to one given shortly before: *Three women and 387 men were freed*."""
    for i in range(1, len(claims) - 1):
        one, other = claims[i], claims[i + 1]
        if one.part_of is not None and one.part_of == other.part_of:  # told as parts already: four women and 386 men were among them
            one, other = replace(one, part=False), replace(other, part=False)
        if sentence_of[i] != sentence_of[i + 1] or not _adds(one, other) or one.low + other.low < _COINCIDENCE:
            continue
        for w in range(i - 1, -1, -1):
            whole = claims[w]
            if sentence_of[i] - sentence_of[w] > _NEAR:
                break
            if whole.low == one.low + other.low and _adds(one, whole) and _adds(other, whole):
                claims[i : i + 2] = [replace(claim, part=True, part_of=whole.start, parts_complete=True) for claim in (one, other)]
                break


def _adds(one: Claim, other: Claim) -> bool:
    """Whether two exact figures count people of one metric and side, neither as a part."""
    return (
        one.metric == other.metric
        and one.low == one.high
        and other.low == other.high
        and not (one.part or other.part)
        and (one.basis is None or other.basis is None or one.basis == other.basis)
        and (one.party is None or other.party is None or one.party == other.party)
    )


def _of_one_kind(claim: Claim, whole: Claim) -> bool:
    """Whether a figure can be a part of another: not a stretch of time, nor the other side's people."""
    opposed = claim.party != whole.party and {claim.party, whole.party} == set((claim.sides or "").split("-"))
    return claim.unit not in ("day", "hour") and not opposed


def _summed(claim: Claim, i: int, claims: list[Claim], sentence_of: list[int], wholes: dict[float, int]) -> Claim:
    """A list of three or more figures that add up to one given anywhere before is its parts."""
    if claim.part or claim.low != claim.high:
        return claim
    run = [
        j
        for j in range(max(0, i - 8), min(i + 9, len(claims)))
        if claims[j].metric == claim.metric and claims[j].low == claims[j].high and abs(sentence_of[j] - sentence_of[i]) <= abs(j - i)
    ]
    first = next((k for k, j in enumerate(run) if j == i), 0)
    while first > 0 and run[first] - run[first - 1] == 1 and sentence_of[run[first]] - sentence_of[run[first - 1]] <= 1:
        first -= 1
    total, members = 0.0, []
    for j in run[first:]:
        total += claims[j].low
        members.append(j)
        if (
            len(members) >= 3
            and len({claims[m].low for m in members}) > 1
            and total in wholes
            and not {total, total / 2} & {claims[m].low for m in members}  # 103 that are 82 and 21 make no 206
        ):
            return replace(claim, part=True, part_of=wholes[total], parts_complete=True) if i in members else claim
    return claim


def _whole(claims: list[Claim], sentence_of: list[int], i: int) -> int | None:
    claim, then = claims[i], claims[i + 1] if i + 1 < len(claims) else None
    larger = then is not None and then.metric == claim.metric and sentence_of[i] == sentence_of[i + 1] and then.low > claim.high
    if then is not None and larger and _OUT_OF.search(claim.quote[claim.end - claim.quote_start : then.start - claim.quote_start]):
        return i + 1
    far = _FAR if any(words in claims[i].quote for words in _OF_THE_WHOLE) else 1  # two children were among the dead
    for j in range(i - 1, -1, -1):
        if sentence_of[i] - sentence_of[j] > far:
            break
        if claims[j].metric == claims[i].metric and claims[j].high > claims[i].low:
            return j
    return None
