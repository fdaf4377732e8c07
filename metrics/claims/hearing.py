"""Who says a figure of a report: what its sentence attributes, or whose quotation it stands in. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Set
from functools import cached_property

from metrics.claims import speakers
from metrics.claims.actors import bare
from metrics.claims.apposing import phrase_start
from metrics.claims.clause import Sentence
from metrics.claims.memory import Memory, Speaker
from metrics.claims.names import is_name
from metrics.claims.naming import subject
from metrics.claims.quotes import quoted
from metrics.claims.saying import Attribution
from metrics.claims.tokens import LETTERS
from metrics.model import Report

_HEARD = 6  # sentences back in which the person is looked for that *he* means
_SOURCES = frozenset(["source", "sources"])


class Hearing:
    """The voices of one report: asked for a figure's speaker, it analyses the sentences that it needs."""

    def __init__(
        self,
        report: Report,
        starts: list[int],
        sentence: Callable[[int], Sentence],
        listening: Callable[..., Memory],
        voices: tuple[Set[str], ...],
    ) -> None:
        self.voices = voices  # the first letters of words without which a sentence tells nobody: of saying, and of persons' names
        self.report, self.starts, self.sentence, self.listening = report, starts, sentence, listening
        self._memories: dict[tuple[int, int | None], Memory] = {}  # by sentence and, where it hangs on those before, the first of them
        self._said: dict[int, list[Attribution]] = {}

    @cached_property
    def quotes(self) -> list[tuple[int, int]]:
        return quoted(self.report.text, self.report.start, self.report.end)

    def speaker(self, start: int, n: int, a: int) -> Speaker | None:
        """Whom the report makes responsible for the figure at character `start`, token `a` of the n-th sentence."""
        quote = self._quote(start)
        if quote is None:
            return speakers.speaker_of(self.said(n), a)
        sentence = self.sentence(n)
        outside = [x for x in self.said(n) if not quote[0] <= sentence.at[x.at] < quote[1]]
        return speakers.speaker_of(outside, a) or self._of_quote(quote, n) or speakers.speaker_of(self.said(n), a)

    def said(self, n: int) -> list[Attribution]:
        """The attributions of the n-th sentence."""
        if n not in self._said:
            memory = self._before(n)
            self._said[n] = speakers.attributions(self.sentence(n), memory)
            if not memory.asked:
                self._memories[n, None] = memory
        return self._said[n]

    def _before(self, n: int, first: int | None = None) -> Memory:
        """An empty memory for the n-th sentence, which asks those before, back to the `first`, only where it has to."""
        back = max(0, n - _HEARD) if first is None else first
        return self.listening(
            lambda: (self._memory(m, back) for m in range(n - 1, back - 1, -1)), lambda surname: self._introduced(surname, n)
        )

    def _introduced(self, surname: str, n: int) -> Speaker | None:
        """Whom a sentence before the n-th introduces by first name and surname, or in brackets: *the Foreign Ministry (MFA)*."""
        if surname.isupper():
            return self._abbreviated(surname, n)
        at = self.report.text.find(f" {surname}", self.report.start, self.starts[n])
        if at < 0:
            return None
        sentence = self.sentence(bisect_right(self.starts, at) - 1)
        last = next((k for k, place in enumerate(sentence.at) if place == at + 1), 0)
        if not last or bare(sentence.words[last]) != surname:
            return None
        stop = next(k for k in range(last + 1, len(sentence.words) + 1) if k == len(sentence.words) or not is_name(sentence.words[k]))
        named = subject(sentence, phrase_start(sentence, last), stop, self.listening(lambda: iter(()), None))
        return named[0] if named and named[1] and " " in named[0].name else None

    def _abbreviated(self, letters: str, n: int) -> Speaker | None:
        """The body behind whose name a sentence before the n-th puts its abbreviation in brackets."""
        at = self.report.text.find(f"({letters})", self.report.start, self.starts[n])
        if at < 0:
            return None
        sentence = self.sentence(bisect_right(self.starts, at) - 1)
        stop = next((k for k, place in enumerate(sentence.at) if place == at), 0)
        named = subject(sentence, phrase_start(sentence, stop), stop, self.listening(lambda: iter(()), None)) if stop else None
        return named[0] if named and not named[1] else None

    def _memory(self, n: int, first: int) -> Memory:
        """Who was named and who spoke in the n-th sentence, with those from the `first` on before it."""
        found = self._memories.get((n, None)) or self._memories.get((n, first))
        if found is None:
            found = self._before(n, first)
            if self._voiced(n):
                speakers.attributions(self.sentence(n), found)
            self._memories[n, first if found.asked else None] = found
        return found

    def _voiced(self, n: int) -> bool:
        """Whether the n-th sentence may tell who speaks: a look at its words, at a tenth of the cost of reading it."""
        end = self.starts[n + 1] if n + 1 < len(self.starts) else self.report.end
        text = self.report.text[self.starts[n] : end].lower()
        return ":" in text or not all(map(frozenset(LETTERS.findall(text)).isdisjoint, self.voices))

    def _quote(self, start: int) -> tuple[int, int] | None:
        """The quotation in which a character stands."""
        i = bisect_right(self.quotes, start, key=lambda quote: quote[0]) - 1
        return self.quotes[i] if i >= 0 and start < self.quotes[i][1] else None

    def _of_quote(self, quote: tuple[int, int], at: int) -> Speaker | None:
        """Who speaks a quotation: named where it ends, or the last who spoke before it."""
        start, end = quote
        closing = self.sentence(bisect_right(self.starts, end - 1) - 1)
        attributions = speakers.attributions(closing, self._before(at))
        outside = [x for x in attributions if not start <= closing.at[x.at] < end]
        if not outside and not _SOURCES.isdisjoint(closing.lower):
            return None  # told by a source without a name
        return outside[0].speaker if outside else self._before(at).last
