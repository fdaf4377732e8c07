"""A sentence as the rules see it: words with offsets, what each can mean, and who is named. Pure functions of the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from copy import copy
from typing import NamedTuple

from metrics.claims.actors import Actor, Gazetteer, bare
from metrics.claims.catalogue import Lexicon, Sense
from metrics.claims.tokens import TOKEN

BE = frozenset("be is are was were been being get gets got gotten".split())
HAVE = frozenset("have has had having".split())
AUXILIARIES = frozenset(["have", "be"])
MODALS = frozenset("will would shall should can could may might must 'll ’ll".split())
_SKIPPED = frozenset(
    (
        "not also already currently still then later now reportedly all both since finally together only just recently even never n't yet "
        "either further again today yesterday"
    ).split()
)
_TO = 5  # words behind a verb within which *to X* may come before its object
_OBJECT, _ADJECTIVES = 14, 5  # how far behind the first word of a split phrase its second one may stand
_INTRANSITIVE = frozenset("die perish succumb remain languish succeed escape flee survive arrive".split())
_PARTICIPLES = frozenset("sent brought left kept met found lost put made taught caught".split())  # that no ending tells
_DETERMINERS = frozenset(
    ("the a an of its their his her our any another no this every largest biggest prisoner hostage further such possible new major").split()
)
_OPENERS = frozenset(
    "the a an its their his her our this these those some nearly almost several dozens hundreds thousands scores another all most".split()
)


class Mark(NamedTuple):
    """A word or phrase, tokens [i, j), in one of its senses."""

    i: int
    j: int
    sense: Sense


class Named(NamedTuple):
    """An actor named by tokens [i, j)."""

    i: int
    j: int
    actor: Actor


class Sentence:
    """The analysed sentence `text[start:end]`."""

    __slots__ = ("_kinds", "actors", "at", "end", "lower", "marks", "objects", "start", "text", "to", "vocabulary", "words")

    def __init__(self, text: str, start: int, end: int, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self.text, self.start, self.end = text, start, end
        self.objects: dict[int, bool] = {}  # tokens of figures: True where something is counted, False for measures and dates
        spans = [match.span() for match in TOKEN.finditer(text, start, end)]
        self.at, self.to = [first for first, _ in spans], [last for _, last in spans]
        self.words = [text[first:last] for first, last in spans]
        self.lower = [word.lower() for word in self.words]
        if "'" in text[start:end] or "’" in text[start:end]:
            self.lower = [bare(word) if "'" in word or "’" in word else word for word in self.lower]
        self.vocabulary = frozenset(self.lower)
        self.marks = self._marks(lexicon)  # what its words mean, in order
        self._kinds: dict[str, list[Mark]] | None = None
        self.actors = self._actors(gazetteer)  # whom it names, in order

    def of(self, kind: str) -> list[Mark]:
        """Its marks of one kind, in order."""
        if self._kinds is None:
            self._kinds = {}
            for mark in self.marks:
                self._kinds.setdefault(mark.sense.kind, []).append(mark)
        return self._kinds.get(kind, [])

    def naming(self, others: list[Named]) -> Sentence:
        """The same sentence with further actors."""
        other = copy(self)
        other.actors = sorted([*self.actors, *others], key=lambda named: named.i)
        return other

    def _titled(self) -> bool:
        """Whether it is a headline in title case."""
        return sum(word[0].isupper() for word in self.words) > 0.6 * len(self.words)

    def _marks(self, lexicon: Lexicon) -> list[Mark]:
        marks: list[Mark] = []
        lower, n, entries = self.lower, len(self.lower), lexicon.entries
        for i, word in enumerate(lower):
            entry = entries.get(word)
            if entry is None:
                continue
            phrase = False  # whether the word begins a verb's phrase
            if entry.phrases:
                second = i + 1
                while word in BE and second < n - 1 and lower[second] in _SKIPPED:
                    second += 1  # are now back home
                following = lower[second] if second < n else ""
                begun = following in entry.seconds or not entry.apart.isdisjoint(self.vocabulary)
                for words, sense in entry.phrases if begun else ():
                    size = len(words)
                    if words[1] == following and (size == 2 or tuple(lower[second + 1 : second + size - 1]) == words[2:]):
                        marks.append(Mark(i, second + size - 1, sense))
                        phrase = phrase or sense.kind == "verb"
                    elif sense.split and size == 2 and words[1] in lower[i + 2 : i + (_OBJECT if sense.kind == "verb" else _ADJECTIVES)]:
                        marks.append(Mark(i, i + 1, sense))
            for sense in entry.senses:
                if phrase and sense.kind == "verb":
                    continue  # *came home* is no *came*
                if i and sense.proper and self.words[i][0].isupper() and not self.words[i].isupper() and not self._titled():
                    continue  # United States is no verb
                if i and sense.nominal and self._before_a_noun(i):
                    continue  # the release, a demand, their son's return: nouns
                marks.append(Mark(i, i + 1, sense))
        return marks

    def _before_a_noun(self, i: int) -> bool:
        """Whether an article, a pronoun or a genitive stands before token i."""
        return self.lower[i - 1] in _DETERMINERS or self.words[i - 1].endswith(("'s", "’s"))

    def _actors(self, gazetteer: Gazetteer) -> list[Named]:
        found: list[Named] = []
        behind = 0
        capped = frozenset(self.words) - self.vocabulary | self.vocabulary & gazetteer.uncapped
        for i, word in enumerate(self.words):
            if word not in capped or i < behind or not (word[0].isupper() or bare(word) in gazetteer.uncapped):
                continue
            hit = gazetteer.at(self.words, i)
            if hit:
                behind, actor = hit
                found.append(Named(i, behind, actor))
        return found

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """The tokens [i, j) that touch the characters [start, end)."""
        return bisect_right(self.to, start), bisect_left(self.at, end)

    def slice(self, i: int, j: int) -> str:
        """The text of tokens [i, j)."""
        return self.text[self.at[i] : self.to[j - 1]] if i < j else ""

    def dash(self, i: int) -> bool:
        """Whether token i is a dash, or a hyphen that stands for one: *50 come home - Zelensky*."""
        if self.lower[i] == "-":
            return self.text[self.at[i] - 1].isspace() and self.text[self.to[i]].isspace()
        return self.lower[i] in ("–", "—")

    def before(self, i: int) -> int:
        """The index of the word before token i that is no adverb, or -1."""
        i -= 1
        while i >= 0 and (self.lower[i] in _SKIPPED or (self.lower[i].endswith("ly") and len(self.lower[i]) > 4)):
            i -= 1
        return i

    def helps(self, mark: Mark) -> bool:
        """Whether *have* or *be* is only the auxiliary of a verb behind it."""
        if mark.sense.kind != "verb" or mark.sense.lemma not in AUXILIARIES:
            return False
        after = mark.j
        while after < len(self.lower) and (self.lower[after] in _SKIPPED or self.lower[after] == "been"):
            after += 1
        if after in self.objects or self.lower[after : after + 1] == ["between"]:
            return False  # they have ten, have between 90 and 100
        if self.lower[after : after + 1] in (["to"], ["set"], ["expected"], ["due"]):
            return True
        if any(other.i == after and "participle" in other.sense.form for other in self.marks) or self.lower[after : after + 1] == ["flown"]:
            return True
        return after < len(self.lower) and (
            (after > mark.j and self.lower[after - 1] == "been")
            or (self.lower[after].endswith(("ed", "ing", "en", "ld", "wn")) or self.lower[after] in _PARTICIPLES)
        )

    def voice(self, mark: Mark) -> str:
        """How a verb stands: passive, due (*to be released*), active, infinitive, ing, or bare (a participle without auxiliary)."""
        form = mark.sense.form
        b = self.before(mark.i)
        word = self.lower[b] if b >= 0 else ""
        if "participle" in form and word in BE:
            return "due" if b and word == "be" and self.lower[b - 1] == "to" else "passive"
        if "participle" in form and word in HAVE:
            return "active"
        if "base" in form and word == "to":
            return "infinitive"
        if word in MODALS and "base" in form:
            return "active"
        if "past" in form and mark.sense.lemma in _INTRANSITIVE:
            return "active"  # five girls died: no participle of what is done to them
        if "past" in form and "participle" in form:
            after = mark.j
            follows = self.lower[after] if after < len(self.lower) else ""
            if follows == "with" and any(named.j == mark.i for named in self.actors):
                return "active"  # Russia attacked with 90 drones
            if after in self.objects:
                return "active" if self.objects[after] else "bare"
            if (
                follows in ("to", "on") and after + 1 < len(self.words) and self.words[after + 1][0].isupper()
            ):  # handed over to Saudi Arabia 10 captives, freed on Monday 10 captives
                stop = next(
                    (k for k in range(after, min(after + _TO, len(self.lower))) if k in self.objects or self.lower[k] in (",", "and")),
                    after,
                )
                if self.objects.get(stop):
                    return "active"
            opens = follows[:1].isdigit() or follows in _OPENERS or (after < len(self.words) and self.words[after][0].isupper())
            return "active" if opens else "bare"
        if "past" in form or "third" in form or "base" in form:
            return "active"
        if "participle" in form:
            return "bare"
        return "ing"
