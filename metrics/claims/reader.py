"""One report on its way from figures to claims: each sentence is led through binding and the fields' modules. Pure."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from dataclasses import replace
from functools import cache, cached_property
from itertools import pairwise, takewhile

from metrics import sentences
from metrics.claims import (
    abbreviations,
    actors,
    ages,
    completion,
    dates,
    newsday,
    occasions,
    parts,
    places,
    proposals,
    roles,
    sides,
    speakers,
    standins,
    tolls,
    victims,
)
from metrics.claims.actors import Conflict
from metrics.claims.bind import Binder
from metrics.claims.binding import Binding, trigger
from metrics.claims.catalogue import Catalogue, Metric
from metrics.claims.categories import Categories
from metrics.claims.clause import Sentence
from metrics.claims.continuing import Before, continued, repeated
from metrics.claims.hearing import Hearing
from metrics.claims.lists import coordinated
from metrics.claims.memory import Memory, Speaker
from metrics.claims.ownership import ownership
from metrics.claims.status import status
from metrics.claims.totals import goes_on
from metrics.figures.units import convert
from metrics.folders import folder
from metrics.model import Claim, Figure, Report

_ALONE = 6  # words of a sentence that is a number and nothing else
_COUNTED = frozenset(["cardinal", "ordinal", "measure", "share", "age", "count", "duration", "money"])


@cache
def _categories() -> Categories:
    return Categories(tomllib.loads((folder("seeds") / "vocabulary.toml").read_text(encoding="utf-8")))


_DEFINITE = frozenset(["the", "these", "those"])
_EDGES = ".,;:!?()[]\"'“”‘’—–-"


class Reader:
    """One report on its way from figures to claims."""

    def __init__(self, report: Report, figures: list[Figure], catalogue: Catalogue) -> None:
        self.report, self.figures, self.catalogue = report, figures, catalogue
        self.gazetteer = abbreviations.learnt(report.text, report.start, report.end, actors.load())
        self.spans = _sentences(report)
        self.starts = [start for start, _ in self.spans]
        self.claims: list[Claim] = []
        self.flags: list[bool] = []
        self.sentence_of: list[int] = []
        self.handed: list[bool] = []  # whether one side gives or gets, so that a party is wanted
        self.header: tuple[int, Binding] | None = None  # the sentence that announced a list, and what it counts
        self.seen: set[tuple[str, float, float]] = set()
        self._sentences: dict[int, Sentence] = {}
        self._whens: dict[int, list[dates.When]] = {}
        self._spots: dict[int, list[places.Spot]] = {}

    def run(self) -> tuple[list[Claim], list[str | None]]:
        """Sentence by sentence; what the whole report tells is looked up only where a figure was bound."""
        reasons: list[str | None] = [figure.kind if figure.kind not in _COUNTED else "unbound" for figure in self.figures]
        by_sentence: dict[int, list[int]] = {}
        for k, figure in enumerate(self.figures):
            if figure.kind in _COUNTED:
                by_sentence.setdefault(bisect_right(self.starts, figure.start) - 1, []).append(k)
        ages.listed(self.report.text, self.figures, reasons)
        for n in by_sentence:
            self.sentence(n)  # one behind the other, while all that it takes is at hand
        for n, ks in by_sentence.items():
            above = self._above(n)
            self._announced(above, n, above in by_sentence)
            self._bound(n, ks, reasons)
        if not self.claims:
            return [], reasons
        claims = parts.assign(self.claims, self.flags, self.sentence_of)
        lead = cache(lambda: newsday.of_report(self.report.published, self.whens, self.sentence))
        children, published = self._children(), self.report.published
        metrics = self.catalogue.metrics
        claims = completion.shared(claims, metrics, self.sentence_of, self.handed, self.conflict)
        claims = completion.complete(claims, metrics, self.sentence_of, self._day, lead, self.conflict, self.gazetteer, children, published)
        return claims, reasons

    def forget(self) -> None:
        """Lets go of what was read at once: its parts refer to each other, and would wait for the collector."""
        if "hearing" in vars(self):
            vars(self.hearing).clear()
        vars(self).clear()

    def sentence(self, n: int) -> Sentence:
        """The n-th sentence, analysed."""
        if n not in self._sentences:
            self._sentences[n] = Sentence(self.report.text, *self.spans[n], self.catalogue.lexicon, self.gazetteer)
        return self._sentences[n]

    @cached_property
    def hearing(self) -> Hearing:
        """Who speaks in the report."""
        return Hearing(
            self.report,
            self.starts,
            self.sentence,
            lambda earlier, seek: Memory(earlier, *self.camps, abroad=self.abroad, seek=seek),
            (self.catalogue.lexicon.voices, self.gazetteer.people),
        )

    @cached_property
    def named(self) -> sides.Mentions:
        return sides.mentions(self.report.text, self.report.start, self.report.end, self.gazetteer)

    @cached_property
    def conflict(self) -> Conflict | None:
        report = self.report
        return sides.of_report(report.text, report.start, report.end, report.published, self.named, self.gazetteer)

    @cached_property
    def abroad(self) -> bool:
        state, group = self.camps
        return group is not None and self.gazetteer.place_of.get(group.key or "") != state

    @cached_property
    def camps(self) -> tuple[str | None, Speaker | None]:
        """The state and the armed group of a conflict between the two: whom *the army* and *the rebels* mean."""
        state, group = sides.camps(self.conflict, self.gazetteer)
        return state, Speaker(self.gazetteer.names[group], group) if group else None

    @cached_property
    def war(self) -> Conflict | None:
        report = self.report
        if self.conflict is None or self.conflict.war:
            return self.conflict
        return sides.of_report(report.text, report.start, report.end, report.published, self.named, self.gazetteer, wars=True)

    def _children(self) -> str | None:
        report = self.report
        if not any(self.catalogue.metrics[claim.metric].subject == "children" for claim in self.claims):
            return None
        return sides.children_of(report.text, report.start, report.end, self.conflict, self.gazetteer)

    def at_war(self) -> bool:
        """Whether the report is about a conflict."""
        return self.conflict is not None

    @cached_property
    def words(self) -> frozenset[str]:
        written = set(self.report.text[self.report.start : self.report.end].casefold().split())
        return frozenset({word if word.isalpha() else word.strip(_EDGES) for word in written})

    def whens(self, n: int) -> list[dates.When]:
        """The date expressions of the n-th sentence."""
        if n not in self._whens:
            self._whens[n] = dates.of_sentence(self.report.text, self.report.published, *self.spans[n]) if 0 <= n < len(self.spans) else []
        return self._whens[n]

    def spots(self, n: int) -> list[places.Spot]:
        """The places that the n-th sentence names."""
        if n not in self._spots:
            self._spots[n] = places.spots(self.sentence(n), self.gazetteer) if 0 <= n < len(self.spans) else []
        return self._spots[n]

    def _day(self, n: int, event: str) -> dates.When | None:
        """The day of an event that the n-th sentence names."""
        whens = self.whens(n)
        return newsday.of_sentence(self.sentence(n), whens, lambda: self.hearing.quotes, event) if whens else None

    def _above(self, n: int) -> int:
        """The last sentence before the n-th that is more than a bullet."""
        while n > 0 and self.spans[n - 1][1] - self.spans[n - 1][0] == 1:
            n -= 1
        return n - 1

    def _announced(self, above: int, n: int, follows: bool) -> None:
        """Remembers what a list counts that the sentence above the n-th opens with a colon; a number alone counts that too."""
        alone = not follows and len(self.sentence(n).lower) <= _ALONE
        if above >= 0 and (alone or self.report.text[self.spans[above][1] - 1] == ":"):
            found = Binder(self.catalogue, self.sentence(above), [], self.words, self.at_war).announced(self.sentence(n).vocabulary)
            self.header = (above, found) if found else None
        elif not follows:
            self.header = None

    def _bound(self, n: int, ks: list[int], reasons: list[str | None]) -> None:
        """Binds the figures of one sentence and makes their claims."""
        sentence = self.sentence(n)
        spans: list[tuple[Figure, int, int]] = []
        kept: list[int] = []
        for k in ks:
            figure = self.figures[k]
            if reasons[k] == "age":
                continue
            if ages.of_a_person(self.report.text, figure):
                reasons[k] = "age of a person"
                continue
            last = (
                figure.noun_end
                if figure.noun_end is not None and figure.noun_end > figure.end and figure.noun_end <= sentence.end
                else figure.end
            )
            first = (
                figure.noun_start
                if figure.noun_start is not None
                and sentence.start <= figure.noun_start < figure.start
                and figure.noun_end is not None
                and figure.noun_end <= figure.start
                and figure.start - figure.noun_end < 3
                else figure.start
            )
            spans.append((figure, *sentence.tokens(first, last)))
            kept.append(k)
        binder = Binder(self.catalogue, sentence, spans, self.words, self.at_war)
        for at, k in enumerate(kept):
            binding = continued(binder, at, binder.bind(at), n, self._before())
            if repeated(binder, at, binding, self.claims):
                voice = "continued" if spans[at][0].paired else "noun"
                binding = Binding(self.catalogue.metrics[self.claims[-1].metric], None, None, "self", voice, 5.0)
            if isinstance(binding, str):
                reasons[k] = binding
                continue
            claim = self._claim(n, sentence, binder, at, binding)
            if isinstance(claim, str):
                reasons[k] = claim
            else:
                reasons[k] = None
                self.claims.append(claim)
                _, a, b = spans[at]
                listed = self._and_so(binder, at, claim) or (binding.voice == "continued" and self.flags[-1])
                self.flags.append(parts.marked(sentence, a, b) or binding.side == "part" or at in binder.shares or listed)
                self.sentence_of.append(n)
                open_ = claim.party is None and self.catalogue.metrics[claim.metric].basis
                self.handed.append(open_ and self._handed(sentence, binding, a, b))

    def _handed(self, sentence: Sentence, binding: Binding, a: int, b: int) -> bool:
        """Whether one side gives or gets those of the figure at tokens [a, b)."""
        acting = standins.with_camps(sentence, self.conflict, self.gazetteer)
        return roles.handed(acting, binding, a, b, self.conflict)

    def _and_so(self, binder: Binder, at: int, claim: Claim) -> bool:
        """Whether the figure is one more of a list of parts: *including 22 women and 17 children*. `claim` is the last made."""
        if at == 0 or len(self.claims) < 2 or not self.flags[-1]:
            return False
        last, before = self.claims[-2], binder.spans[at - 1]
        joined = coordinated(binder.sentence, binder.spans, at)[0] <= before[1]
        joined = joined or binder.sentence.lower[before[2] : binder.spans[at][1]] == ["and", "another"]
        return joined and last.start == before[0].start and last.metric == claim.metric

    def _before(self) -> Before:
        """What the report told before the next figure."""
        if not self.claims:
            return Before(self.header, None, -2, False)
        return Before(self.header, self.catalogue.metrics[self.claims[-1].metric], self.sentence_of[-1], self.flags[-1])

    def _claim(self, n: int, sentence: Sentence, binder: Binder, at: int, binding: Binding) -> Claim | str:
        """The claim that a bound figure makes, field by field; or the reason why it makes none."""
        figure, a, b = binder.spans[at]
        metric = binding.metric
        low, high = figure.low, figure.high
        if metric.kind == "duration":
            lows, highs = convert(figure.low, figure.unit or "", metric.unit), convert(figure.high, figure.unit or "", metric.unit)
            if lows is None or highs is None or (metric.most is not None and highs > metric.most):
                return "unit"
            low, high = round(lows, 6), round(highs, 6)
        warlike = self.conflict is not None or not self.words.isdisjoint(self.catalogue.war)
        if metric.toll:  # an epidemic in a country at war
            warlike = not self.words.isdisjoint(self.catalogue.acts)
        if not warlike and (metric.war or not self.words.isdisjoint(metric.unless_about)):
            return "no conflict"
        if not figure.paired and self._refers_back(sentence, metric, low, high, a):
            return "refers back"
        fought = metric.event in ("attack", "deployment")
        conflict = sides.of_sentence(sentence.actors, self.war if fought else self.conflict, self.gazetteer)
        around = [(i, other.head) for k, (other, i, _) in enumerate(binder.spans) if k != at and other.kind == figure.kind]
        others = [i for i, head in around if head == figure.head]
        occasion = occasions.occasion(sentence, binding, a, self.whens(n), self.report.published, others, [i for i, _ in around])
        if occasion.total and figure.paired:  # the 900-for-900 swap is the 60th since the war began
            occasion = replace(occasion, total=False)
        if occasion.total or self._goes_on(metric, sentence, n, a, b):
            metric = next((m for m in self.catalogue.metrics.values() if m.total == metric.key), metric)
        self.seen.add((metric.kind, low, high))
        speaker = self.hearing.speaker(figure.start, n, a)
        owned = ownership(sentence, binder, at, binding, metric, conflict, speaker, self.claims, self.gazetteer)
        party, on, price_of = owned.party, owned.basis, owned.price_of
        state = status(sentence, binding, a, b, (occasion.first, occasion.last), self.report.published)
        if state == "agreed" and proposals.mediated(sentence, a, conflict):
            state = "proposed"
        if metric.of_group and self.conflict is not None and any(key in self.gazetteer.place_of for key in self.conflict.keys):
            metric = self.catalogue.metrics[metric.of_group]
        if state in metric.instead:
            metric = self.catalogue.metrics[metric.instead[state]]
            on = None
        speaker_side = speakers.side_of(speaker, conflict, party if metric.launched else None)
        proposer = None
        if state == "proposed":
            speaker, speaker_side, proposer = proposals.attributed(sentence, binding, a, speaker, speaker_side, conflict, self.gazetteer)
            open_ = metric.basis and on in (None, "one_side") and not owned.named and not price_of
            if open_ and proposals.demanded(sentence, proposer, conflict):
                party, on = proposer, "one_side"
        first, last, deal = occasion.at(state, metric.event, self.report.published)
        if price_of:  # both sides of one swap
            state, first, last = price_of.status, price_of.event_from, price_of.event_to
        states = conflict is not None and not any(key in self.gazetteer.place_of for key in conflict.keys)
        single = not occasion.period and not occasion.total
        anchor = binding.mark.i if binding.mark else a
        spot = places.place_of(sentence, self.spots(n), metric.event, anchor, a, b) if single else None
        if single and spot is None and metric.event == "attack":
            spot = places.before(sentence, [self.sentence(m) for m in (n - 1, n - 2) if m >= 0], self.gazetteer)
            if spot and party is None and metric.unit == "person" and conflict and not conflict.civil and not roles.both_named(sentence):
                party = spot.key
        if spot and party is None and metric.launched and conflict and states:
            party = conflict.other(spot.key)  # what falls on a side's towns the other sends
        if party is None and n and metric.toll and conflict and not conflict.civil:
            party = victims.struck_before(sentence, self.sentence(n - 1), conflict, self.gazetteer)
        claim = Claim(
            metric=metric.key,
            start=figure.start,
            end=figure.end,
            low=low,
            high=high,
            bound=figure.bound,
            unit=metric.unit,
            status=state,
            quote=self.report.text[sentence.start : sentence.end],
            quote_start=sentence.start,
            rule=f"{binding.metric.key}:{trigger(sentence, binding, a, b)}:{binding.side}",
            basis=on,
            party=party,
            category=_categories().of(metric, figure, sentence, *((a, b) if binding.side != "part" else binder.item(at)), states),
            event_kind=None if occasion.period and metric.event == "attack" else metric.event,
            sides=conflict.sides if conflict else None,
            event_from=None if occasion.total else first,
            event_to=occasion.as_of if occasion.total else last,
            deal_date=deal,
            speaker=speaker.name if speaker else None,
            speaker_side=speaker_side,
            proposer=(party if metric.asked and party else proposer) if state == "proposed" else None,
            place=spot.name if spot else None,
            round=int(low) if metric.family == "ordinal" else None,
            as_of=occasion.as_of,
            unilateral=True if "unilaterally" in sentence.lower or "unilateral" in sentence.lower else None,
        )
        if binding.voice in ("continued", "item"):
            earlier = next((other for other in reversed(self.claims) if other.metric == claim.metric or binding.voice == "continued"), None)
            return completion.continued(claim, earlier, figure) if earlier else claim
        here = takewhile(lambda k: self.sentence_of[k] == n, range(len(self.claims) - 1, -1, -1))
        beside = next((self.claims[k] for k in here if not self.flags[k]), None)
        if beside is None:
            return claim
        metrics, named = self.catalogue.metrics, owned.named
        return tolls.shared(claim, beside, figure, sentence, named, a, b, conflict, metrics, self.gazetteer)

    def _refers_back(self, sentence: Sentence, metric: Metric, low: float, high: float, a: int) -> bool:
        """*the 21 girls*, *the five commanders*: a count that the report already gave. A round named again is a claim each time."""
        if sentence.lower[max(0, a - 3) : a] == ["any", "of", "the"]:
            return True  # the first of any of the 200 whom they hold
        said = {sentence.lower[a], sentence.lower[a - 1] if a else ""}
        return metric.kind != "ordinal" and not said.isdisjoint(_DEFINITE) and (metric.kind, low, high) in self.seen

    def _goes_on(self, metric: Metric, sentence: Sentence, n: int, a: int, b: int) -> bool:
        """Whether a figure without a date goes on with the running total of the sentence before."""
        if not self.claims or n - self.sentence_of[-1] != 1 or self.whens(n):
            return False
        return goes_on(sentence, metric, self.catalogue.metrics[self.claims[-1].metric], self.claims[-1], a, b)


def _sentences(report: Report) -> list[tuple[int, int]]:
    """The report's sentences; none runs over the edge of a zone."""
    # Who is quoted stands outside the quotation, in the same sentence.
    places = {place for zone in report.zones if zone.kind != "quotation" for place in (zone.start, zone.end)}
    edges = sorted({report.start, report.end, *(place for place in places if report.start < place < report.end)})
    return [span for first, last in pairwise(edges) for span in sentences.spans(report.text, first, last)]
