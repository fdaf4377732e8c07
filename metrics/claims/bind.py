"""Which metric a figure falls under: what is counted, and what happens to it in the clause.

Every trigger (a verb or event word of the catalogue) in the sentence is a candidate; the words between it and the figure
are its cost; the cheapest candidate whose nouns fit wins. Pure functions of a sentence and the catalogue.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from metrics.claims import actors, bare
from metrics.claims.binding import Binding, kind_fits, only_moves
from metrics.claims.catalogue import ELSEWHERE, Catalogue, Happens, Metric
from metrics.claims.clause import Named, Sentence
from metrics.claims.context import Context
from metrics.claims.costs import LIMIT, Passing
from metrics.claims.governing import choose, ranks
from metrics.claims.lists import coordinated
from metrics.claims.relations import relation, speaks
from metrics.claims.senses import triggers
from metrics.claims.shares import of_a_country
from metrics.claims.wholes import VAGUE_HEADS, adds_up, inhabitants, negated, nouns_of_wholes, numbered, partitive, preposed, some_of_next
from metrics.model import Figure

_AGENTS = ("er", "or", "ist", "ian", "man", "woman", "eer", "grim", "ee")  # endings of nouns for people
_NUMBER = frozenset(["number", "total", "tally", "count"])
_NUMBERED = 2.0  # what it costs to go from a number to what *the number of* is said of
_BODIES = 10.0  # what it costs that the dead who may be handed over are told of as killed
_HOSTS = frozenset(["contingent", "force", "army", "grouping", "garrison"])
_GIVING = frozenset(["give", "hand", "offer"])  # what is given may stand behind the passive
_BODILY = frozenset("body bodies remains corpses corpse fallen dead deceased slain coffins".split())
_HANDED = 6.0  # the dearest trigger that still says of bodies that they are handed over
_LIVING, _WHO = frozenset(["person", "body"]), (["who"], ["whom"])
_REMAINS_OF = frozenset("of the over least than about some nearly another all around almost only just".split())


class Binder:
    """Binds the figures of one sentence."""

    def __init__(
        self,
        catalogue: Catalogue,
        sentence: Sentence,
        spans: list[tuple[Figure, int, int]],
        report_words: frozenset[str],
        at_war: Callable[[], bool],
    ) -> None:
        self.catalogue, self.sentence = catalogue, sentence
        self.spans = spans  # each figure with its tokens [i, j), noun included
        self.inside = {i: k for k, (_, a, b) in enumerate(spans) for i in range(a, b)}
        self.words = sentence.vocabulary
        self.context = Context(catalogue, sentence, report_words)
        self.at_war = at_war  # whether the report is about a conflict
        self.bound: dict[int, Binding | str] = {}
        self.elsewhere: set[int] = set()  # the figures of which something untracked is told
        self.shares: set[int] = set()  # the figures that count some of those whom the next one does
        sentence.objects = {i: figure.unit is None and figure.kind == "cardinal" for figure, a, b in spans for i in range(a, b)}
        self.triggers = triggers(sentence)
        # The first and the last token that a trigger stands at: no cost is asked for beyond them.
        self.reach = (self.triggers[0].i, self.triggers[-1].i) if self.triggers else (0, 0)
        self.numbered = numbered(sentence, spans, catalogue.counted)  # *the number of troops … stands at 30,000*
        self.wholes = nouns_of_wholes(sentence, spans, catalogue.people, {at: head for at, (_, head) in self.numbered.items()})
        self.things = catalogue.lists.get("things", ())  # what ends like a noun for people and is none
        self.people = frozenset(named.i for named in sentence.actors if named.actor.kind == "demonym" or self.are_people(named))

    @cached_property
    def passing(self) -> Passing:
        """What it costs to pass each token."""
        return Passing(self.sentence, self.inside)

    def announced(self, item: frozenset[str]) -> Binding | None:
        """What a list counts that this sentence opens: the first trigger whose nouns it names, or for a last verb its first item."""
        for mark in self.triggers:
            happens = mark.sense.happens
            assert happens is not None
            words = self.words | item if mark.j >= len(self.sentence.lower) - 1 else self.words  # it was possible to return:
            bodily = bool(_BODILY & words)
            metric = self.catalogue.metrics.get(happens.metric)
            if (
                metric is not None
                and metric.kind == "count"
                and happens.body == bodily
                and happens.counts & words
                and self.context.near(happens) is not None
                and not self.context.vetoed(metric)
            ):
                return Binding(metric, happens, mark, "left", "event", 5.0)
        return None

    def head_fits(self, figure: Figure, happens: Happens, bodily: bool) -> float | None:
        """What it costs to take the figure's noun for one of the rule's; None where it cannot be."""
        metric = self.catalogue.metrics[happens.metric]
        if metric.kind != "count":
            return 0.0
        head = self.head(figure)
        if metric.unit not in _LIVING and self.sentence.lower[self.sentence.tokens(figure.start, figure.end)[1] :][:1] in _WHO:
            return None  # 256 fighters, including 51 who were hurt: no planes
        if (head is None or figure.elided) and bare.dated(self.sentence, figure):
            return None
        if figure.elided and head not in happens.counts and bare.resumes(self.sentence, figure):
            if metric.toll and happens.by == "own" and head in self.catalogue.counted and head not in self.catalogue.people:
                return None  # things are lost too: 76 drones were shot down. Another 95 were lost
            head = None  # an area counted in the sentence before is not what is hurt in this one
        if happens.body != bodily and not (bodily and (head in metric.alone or (head is None and metric.toll and metric.category is None))):
            return None
        if head is None and figure.low == figure.high == 1 and not bare.counts_one(self.sentence, figure, happens):
            return None
        if head is None and (happens.named or bare.names_a_place(self.sentence, figure, self.triggers)):
            return None
        if head is None:
            if self.sentence.lower[self.sentence.tokens(figure.start, figure.end)[1] :][:1] in (["that"], ["which"]):
                return None  # two that fell into the sea: no people
            if "person" in happens.counts and (metric.least <= 1 or metric.event == "talks"):
                return 3.0 if bare.stands_alone(self.sentence, figure) else None
            return 4.0 if bare.named_before(self.sentence, figure, happens, self.triggers) else None
        if figure.high < metric.least or (metric.most is not None and figure.low > metric.most):
            return None
        noun = (figure.noun or "").casefold().split()
        if not metric.but_not.isdisjoint(noun):
            return None
        if head in happens.counts or head.casefold() in happens.counts:
            return 0.0
        if noun and (noun[-1] in happens.counts or " ".join(noun[-2:]) in happens.counts):
            return 0.0
        if "person" in happens.counts and self.is_demonym(figure):
            return 0.5
        if head == "other" and metric.subject == "children":  # 90 children were hurt, and thousands of others deported
            return 0.5 if any(other.head in happens.counts and other.start < figure.start for other, _, _ in self.spans) else None
        if metric.event in ("attack", "exchange") and "person" in happens.counts and head.endswith(_AGENTS) and head not in self.things:
            return 2.0  # cricketers, geologists: who is killed or freed is somebody
        return None

    def head(self, figure: Figure) -> str | None:
        """The figure's head noun; that of the whole it is a part of; none where it only names an event (*a 6,000-for-6,000 exchange*)."""
        if (
            figure.paired and figure.head is not None and figure.head not in self.catalogue.counted  # an exchange, a deal, a format
        ):
            return None
        if figure.start in self.numbered:
            return self.numbered[figure.start][1]
        if figure.head in _HOSTS and self.sentence.text[figure.start : figure.end].endswith("strong"):
            return "soldier"  # a 50,000-strong force
        if figure.head in VAGUE_HEADS:  # Yerevan two Azerbaijani ones; the number of troops is 30,000 people
            return self.wholes.get(figure.start, None if figure.head == "one" else figure.head)
        return figure.head

    def are_people(self, named: Named) -> bool:
        """Whether an armed group's name is a plural that its members bear: *117 Houthis*."""
        group = named.actor.kind == "name" and len(named.actor.key or "") > 2
        return group and named.j - named.i == 1 and self.sentence.lower[named.i].endswith("s")

    def is_demonym(self, figure: Figure) -> bool:
        """Whether the counted noun is a people (*185 Ukrainians*)."""
        if figure.noun_end is None:
            return False
        a, b = self.sentence.tokens(figure.noun_start or figure.start, figure.noun_end)
        return b - 1 in self.people and b > a

    def bodily(self, k: int) -> bool:
        """Whether the figure counts the dead as things to be handed over: *the bodies of 1,212 soldiers*, *1,200 of their dead*."""
        figure, a, b = self.spans[k]
        lower = self.sentence.lower
        if figure.noun and any(actors.bare(word).casefold() in _BODILY for word in figure.noun.split()):
            return True
        if lower[b : b + 1] == ["whose"] and lower[b + 1 : b + 2] in (["bodies"], ["remains"]):
            return True
        if (figure.head is None or figure.paired) and "of" in lower[b : b + 3]:  # a 6,000-for-6,000 exchange of bodies
            return any(word in _BODILY for word in lower[b : b + 8])
        if figure.paired and figure.head not in self.catalogue.counted and any(word in _BODILY for word in lower[max(0, a - 8) : a]):
            return True  # the bodies in a 6,000-for-6,000 format
        if figure.head is None and "dead" in lower[b : b + 3] and a and lower[a - 1] not in ("left", "leaving", "leaves"):
            return True  # 1,200 Ukrainian war dead
        if figure.start in self.numbered and self.numbered[figure.start][1] in _BODILY:
            return True
        if figure.head is None and self.wholes.get(figure.start) in _BODILY:
            return True  # the fallen (1,212)
        if (
            k > 0
            and (figure.head is None or figure.elided)
            and not {"received", "receives", "receive", "got", "gets"}.isdisjoint(lower[max(0, a - 3) : a])
        ):
            return self.bodily(k - 1)  # handed over 900 bodies and received 19 back
        left = lower[max(0, a - 5) : a]
        if k > 0 and (figure.head in VAGUE_HEADS or figure.elided) and left[-1:] == ["to"] and not _NUMBER.isdisjoint(lower[:a]):
            return self.bodily(k - 1)  # the bodies of 45, bringing the number handed over to 270
        if (
            k > 0
            and figure.elided
            and any(self.spans[k - 1][2] <= mark.i < a and mark.sense.happens and mark.sense.happens.body for mark in self.triggers)
        ):
            return self.bodily(k - 1)  # received the bodies of 1,000 soldiers, while the other side received 26
        if figure.head is not None and figure.head not in self.catalogue.people and not self.is_demonym(figure):
            return False
        if "of" in left and any(word in _BODILY for word in left) and left[-1] in _REMAINS_OF:
            return True
        if k == 0 or figure.head is None:
            return False
        before, _, end = self.spans[k - 1]
        if (
            lower[a - 1] in ("and", ",")
            and lower[b : b + 1] == ["from"]
            and not any(end <= m.i < a and m.sense.form for m in self.triggers)
        ):
            return self.bodily(k - 1)  # 12 bodies from one front and two soldiers from another
        priced = lower[b : b + 2] == ["in", "return"]
        return (priced or (lower[end:a] == ["and"] and before.head == figure.head)) and self.bodily(k - 1)

    def candidates(self, k: int) -> Iterable[Binding]:
        """Every metric that the figure could fall under, with its cost."""
        figure, a, b = self.spans[k]
        sentence, metrics = self.sentence, self.catalogue.metrics
        bodily = self.bodily(k)
        numbered = self.numbered.get(figure.start)  # the number of fatalities, now 2,946
        head = numbered[1] if numbered else None if figure.elided else figure.head
        if head:
            noun = "" if figure.elided else (figure.noun or "").casefold()
            for metric in metrics.values() if head in self.catalogue.alone or noun in self.catalogue.alone else ():
                if metric.kind == "count" and kind_fits(figure, metric) and (head in metric.alone or noun in metric.alone):
                    yield Binding(metric, None, None, "self", "noun", _BODIES if bodily else 3.0)
        if figure.kind in ("ordinal", "cardinal"):
            for metric in self.catalogue.ordinals if not bare.resumes(sentence, figure) else ():
                if (kind_fits(figure, metric) or bare.ranked(sentence, figure, metric)) and self.context.told(metric.happens[0].near):
                    yield Binding(metric, metric.happens[0], None, "self", "noun", 8.0)
        if not self.triggers:
            return
        blocked = partitive(sentence, a, [i for i, n in self.inside.items() if self.spans[n][0].kind != "ordinal"])
        attributive = figure.head == "person" and not figure.paired and "-" in sentence.text[figure.start : figure.end]  # a 24-person deal
        first, joined = coordinated(self.sentence, self.spans, k)
        leftmost, rightmost = self.reach
        left = self.passing.costs(first - 1, min(first - 1, leftmost - 1), -1, joined)
        right = self.passing.costs(b, max(b, rightmost + 1), 1)
        whole = self.spans[k + 1][1] if k + 1 < len(self.spans) and preposed(sentence, a) else len(sentence.lower)
        for mark in self.triggers:
            happens = mark.sense.happens
            assert happens is not None
            if mark.i >= whole:
                break  # of 24 sailors 3 were freed: not the 24
            metric = metrics.get(happens.metric, ELSEWHERE)
            if metric is ELSEWHERE:  # something that happens to it which no metric is about
                if figure.kind != "cardinal" or sentence.lower[a - 1] == "at" or not self.may_undergo(k, happens):
                    continue
            elif not kind_fits(figure, metric) or (metric.kind == "share" and not of_a_country(sentence, figure, metric, a, b)):
                continue
            if mark.j <= a:
                cost, side = left.get(mark.j - 1), "left"
            elif mark.i >= b:
                cost, side = right.get(mark.i), "right"
            elif a < mark.i and mark.j < b and "participle" in mark.sense.form and self.done_to(metric):
                cost, side = (9.0 if metric.captive else 14.0), "inside"  # 32 freed servicemen
            elif figure.noun_start is not None and mark.sense.kind == "event" and (metric.kind != "count" or mark.j == b or figure.paired):
                cost, side = 0.0, "inside"
            else:
                continue
            if side == "left" and figure.start in self.numbered and mark.i > self.numbered[figure.start][0]:
                cost = _NUMBERED
            if cost is None or (side == "left" and attributive):
                continue
            noun_cost = self.head_fits(figure, happens, bodily) if metric is not ELSEWHERE else 0.0
            if noun_cost is None:
                continue
            if metric.kind == "duration" and side == "left" and self.timed(k, mark.j):
                continue
            if side == "left" and mark.sense.kind == "event" and sentence.lower[a - 1] in ("to", "at") and cost > 2:
                cost *= 0.4  # the toll rose to, was put at
            voice = "event" if mark.sense.kind != "verb" else "bare" if side == "inside" else sentence.voice(mark)
            if side == "right" and voice == "passive" and mark.sense.lemma in _GIVING and sentence.objects.get(mark.j):
                continue  # gave 90 and was given 5
            if side == "right" and voice == "bare" and metric.toll and self.nearer(k, mark.i):
                continue  # hundreds marched for two men killed
            if side == "left" and speaks(sentence, b):
                continue  # the return is near, one official told reporters
            extra = relation(sentence, self.triggers, metric, figure, mark, side, voice, a, b)
            if extra is None:
                continue
            near = self.context.near(happens)
            told = metric.basis or metric.kind == "ordinal" or metric.event == "deportation"
            if (
                near is None
                and told
                and figure.head is not None
                and figure.high > 1
                and not (happens.here or happens.named or only_moves(mark))
                and self.at_war()
            ):
                near = 6.0  # of whom a report on a war says that they came home, it need not say that they were captives
            if near is None:
                continue
            if side == "right" and (
                voice in ("passive", "due") or (voice == "active" and happens.takes != "object" and not sentence.objects.get(mark.j))
            ):
                cost *= 0.5  # the main verb is the subject's, however long the clauses between
            if side == "left" and blocked:
                cost += LIMIT if self.sentence.lower[max(0, a - 3) : a].count("out") else 14
            total = cost + extra + noun_cost + near
            if total <= LIMIT:
                yield Binding(metric, happens, mark, side, voice, total)

    def done_to(self, metric: Metric) -> bool:
        """Whether a participle before the noun tells what the metric counts: *13 destroyed planes*."""
        if not metric.toll:
            return metric.event is not None
        others = (mark.sense.happens.metric for mark in self.triggers if mark.sense.happens)
        return not any(self.catalogue.metrics.get(other, ELSEWHERE).basis for other in others)  # 22 wounded men who are exchanged

    def may_undergo(self, k: int, happens: Happens) -> bool:
        """Whether what happens outside the catalogue can happen to what figure k counts, or without a noun to what the one before does."""
        told = self.told_of(self.spans[k][0])
        before = self.spans[k - 1][0].head if k and told is None else None
        return (told or "person") in happens.counts or before in happens.counts

    def told_of(self, figure: Figure) -> str | None:
        """The noun that the figure itself says, or goes back to: *62 of them*."""
        if not figure.elided or figure.start in self.wholes:
            return self.wholes.get(figure.start) or figure.head
        b = self.sentence.tokens(figure.start, figure.end)[1]
        return figure.head if self.sentence.lower[b : b + 2] in (["of", "them"], ["of", "those"]) else None

    def timed(self, k: int, first: int) -> bool:
        """Whether another stretch of time stands between a trigger and figure k: *a truce of 30 days had found no answer for a month*."""
        return any(figure.unit is not None and first <= i < self.spans[k][1] for figure, i, _ in self.spans[:k])

    def nearer(self, k: int, i: int) -> bool:
        """Whether another noun, counted or with *a*, stands right before token i, and not in a list with figure k's."""
        if self.sentence.lower[i - 2] in ("a", "an") and i - 2 >= self.spans[k][2]:
            return True
        between = next(
            (n for n in range(k + 1, len(self.spans)) if self.spans[n][1] < i <= self.spans[n][2] and self.spans[n][0].head), None
        )
        return between is not None and coordinated(self.sentence, self.spans, between)[0] > self.spans[k][1]

    def item(self, k: int) -> tuple[int, int]:
        """The tokens of the item that figure k closes: *border guards – 11*."""
        ends = [self.sentence.tokens(figure.start, figure.end)[1] for figure, _, _ in self.spans[max(0, k - 1) : k + 1]]
        return ends[0] if k else 0, ends[-1]

    def bind(self, k: int) -> Binding | str:
        """The metric of figure k, or the reason why it has none."""
        found = self.bound[k] = self._bind(k)
        whole = self._bind(k + 1) if found == "unbound" and some_of_next(self.sentence, self.spans, k) else None
        if isinstance(whole, Binding) and whole.metric.toll:
            found = self.bound[k] = whole
            self.shares.add(k)
        return found

    def swapped(self, k: int) -> Binding | None:
        """What the figure before is bound to where this one is the price of it: *185 Ukrainians for 185 Russians*."""
        figure, a, _ = self.spans[k]
        before = self.bound.get(k - 1)
        if not isinstance(before, Binding) or not before.metric.basis or before.mark is None or figure.kind != "cardinal":
            return None
        if before.happens is None or self.head_fits(figure, before.happens, self.bodily(k)) is None:
            return None
        gap = self.sentence.lower[self.spans[k - 1][2] : a]
        near = gap == ["for"] or gap[-3:] in (["in", "exchange", "for"], ["in", "return", "for"])
        traded = before.mark.j == a - 1 and gap[-1:] in (["for"], ["with"]) and before.mark.sense.lemma in ("swap", "exchange", "trade")
        return before if near or traded else None

    def _bind(self, k: int) -> Binding | str:
        figure, a, b = self.spans[k]
        swapped = self.swapped(k)
        if swapped is not None:
            return swapped
        found = [x for x in self.candidates(k) if not self.context.vetoed(x.metric)]
        if any(x.metric.subject == "bodies" and x.cost <= _HANDED for x in found):
            found = [
                x for x in found if not x.metric.toll or x.side not in ("inside", "self")
            ]  # the bodies of 900 dead were returned: no toll
        living = figure.head is None or figure.head in self.catalogue.people or figure.head in _BODILY or self.is_demonym(figure)
        best = choose(self.sentence, found, a, b, living)
        if best is None or best.metric is ELSEWHERE:
            if best is not None:
                self.elsewhere.add(k)
            return "unbound"
        if figure.kind == "ordinal" and figure.low == 1 and ranks(self.sentence, b):
            return "ordinal that ranks"
        if figure.low == figure.high == 0:
            return "none or zero"
        if negated(self.sentence, self.spans, k):
            return "negated"
        if inhabitants(self.sentence, a) or (best.metric.toll and adds_up(self.sentence, self.spans, k)):
            return "unbound"
        if best.mark is not None and best.side == "right" and "none" in self.sentence.lower[max(b, best.mark.i - 3) : best.mark.i]:
            return "negated"  # all six stood there, but none were hit
        return best
