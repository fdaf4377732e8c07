"""Who says what a speech word holds: *X said*, *"…", said X*, *X praised them, claiming that …*. Pure functions of an analysed sentence."""

from __future__ import annotations

from dataclasses import dataclass

from metrics.claims.apposing import BREAKS, GOVERNING, before_apposition, phrase_end, phrase_start, with_apposition
from metrics.claims.clause import BE, HAVE, MODALS, Mark, Sentence
from metrics.claims.memory import Memory, Speaker
from metrics.claims.names import is_name
from metrics.claims.naming import TELLS, namesake, subject

_PRONOUNS = frozenset("he she they it who i we".split())
# base and -s forms are nouns as often
_NOUNS_TOO = frozenset(
    (
        "state report post claim estimate comment note charge record count show find detail quote cite tweet promise pledge "
        "fear boast vow remark mention"
    ).split()
)
# findings have a body for subject
_FINDINGS = frozenset(("find show put estimate record count document believe indicate list calculate").split())
_DECLARING = frozenset(["announce", "declare"])
_DECLARED = 6  # words behind *announced* within which *that* makes all of it said
_BACKGROUND = frozenset("after following despite amid since".split())
_BODIES = frozenset("body bodies corpse corpses remains".split())
_INVERTED_STOPS = frozenset(["as", ",", ";", ".", "“", '"', ")", "in", "on", "at", "to", "after", "that", "during", "when"])
_CLAUSE = frozenset("it he they the its their a an more over nearly about some all".split())  # what is said begins with these
_DENYING = frozenset(["deny", "refute"])
_RELATIVES = frozenset(["that", "who", "which", "whom"])
_TELLING = frozenset(["tell", "inform", "warn"])  # what follows is who was told
_DOING = frozenset(["conclude", "maintain"])  # done as often as said
_CLAUSES = frozenset("after because when if although though until unless".split())
_PLAIN = frozenset(["say", "tell", "add"])  # what nothing but a speaker does
_NOBODY = 7  # words of a speaker without a name
_CHAINING = frozenset("also later then and who which".split())
_CLOSING = frozenset([",", "”", '"', "’", "'"])
_QUOTES = frozenset(["“", "”", '"'])
_CONJUNCTIONS = frozenset(["although", "though", "but", "while", "whereas", "and", "as"])
_INVERTED = 12  # words that a subject behind its verb may have: said the Headquarters for the Treatment of Prisoners
_WITH = 7  # words from *with* to *saying*
_PAIRED = 5  # words of the first of two who say something together
_WHERE = frozenset(["in", "at", "on", "during"])
_PLACE = 5  # words of where somebody spoke
_COUNTING = frozenset(
    (
        "least most total all one two three four five six seven eight nine ten eleven twelve dozen dozens scores hundred hundreds "
        "thousand thousands several many some , was were"
    ).split()
)
_DEED = 12  # words of what somebody claims responsibility for
_DAY = 7  # words of a day behind *announced*
_LIVES = 6  # words behind *claimed* within which the lives stand that a war has cost


@dataclass(frozen=True, slots=True)
class Attribution:
    """That somebody says what tokens [first, last) hold."""

    speaker: Speaker | None  # None: somebody whom the report does not name
    first: int
    last: int
    cost: float
    at: int  # the speech word
    person: bool = False


def said(sentence: Sentence, mark: Mark, memory: Memory) -> Attribution | None:
    lower, n = sentence.lower, len(sentence.lower)
    form = mark.sense.form
    if mark.sense.lemma == "claim" and "lives" in lower[mark.j : mark.j + _LIVES]:
        return None  # the war has claimed more than 300,000 lives
    if mark.sense.lemma == "show" and lower[mark.j : mark.j + 1] == ["up"]:
        return None
    if "participle" in form and lower[mark.j : mark.j + 1] == ["by"]:
        return None  # prisoners said by the group to be the last
    if mark.sense.lemma in _DENYING and mark.i > 2 and "which" in lower[mark.i - 4 : mark.i]:
        return None  # …, which Moscow denies: another says it
    if form == {"ing"}:
        return _beside(sentence, mark, memory) or _adding(sentence, mark, memory)
    if "base" in form and mark.i and lower[mark.i - 1] == "to":
        return None
    if mark.sense.lemma == "find" and not _BODIES.isdisjoint(lower[mark.j : mark.j + 5]):
        return None  # soldiers found the bodies of six men
    if mark.sense.lemma in _DOING and lower[mark.j : mark.j + 1] not in (["that"], ["."], [","], []):
        return None  # they concluded the second round
    b = sentence.before(mark.i)
    helper = lower[b] if b >= 0 else ""
    if sentence.words[b][:3].casefold() in ("it'", "it’"):
        return None  # it's estimated that
    if (helper in BE and "participle" in form) or lower[mark.i - 1] in ("not", "never") or helper.endswith(("n't", "n’t")):
        return None  # the army did not say when
    if mark.sense.lemma == "continue" and n - mark.j > 2:
        return None
    if (
        form <= {"base", "third"}
        and mark.sense.lemma in _NOUNS_TOO
        and not (
            helper in MODALS
            or helper in _PRONOUNS
            or helper.endswith("s")
            or helper in ("media", "police", "people")
            or (form == {"third"} and mark.i and mark.j < n and lower[mark.i - 1] in _CLOSING and sentence.words[mark.j][0].isupper())
            or (
                form == {"third"} and b >= 0 and is_name(sentence.words[b]) and lower[mark.j : mark.j + 1] not in (["of"], ["on"], ["from"])
            )
        )
    ):
        return None
    while b >= 0 and (lower[b] in HAVE or lower[b] in MODALS or lower[b] in BE):
        b = sentence.before(b)
    stop = b + 1
    if stop and lower[stop - 1] == ")":  # the Red Cross (ICRC) said
        stop = next((i for i in range(stop - 1, max(-1, stop - 9), -1) if lower[i] == "("), stop)
    start = phrase_start(sentence, stop)
    start = max((x.j for x in sentence.of("speech") if start < x.i and x.j < stop and "past" in x.sense.form), default=start)
    start = max((k + 1 for k in range(start, stop) if lower[k] in _CLAUSES), default=start)  # fired them after an inquiry found
    if lower[start:stop] == ["they"] and start and lower[start - 1] in _RELATIVES:  # strikes that they said killed 26
        return _of_subject(sentence, mark, memory)
    if "than" in lower[start:stop] or "according" in lower[_joined(sentence, start) : stop]:
        return None  # fewer than X claimed; according to officials and media reports
    if "what" in lower[start:stop]:
        return None  # in what officials said was the largest swap
    named = before_apposition(sentence, stop, memory) if start == stop else with_apposition(sentence, start, stop, memory)
    if named is not None and start == stop:
        last = named[0].name.split()[-1]
        start = next((phrase_start(sentence, k) for k in range(stop - 1, -1, -1) if sentence.words[k].startswith(last)), 0)
    if named is None:
        named = _relative(sentence, mark)
    inverted = False
    if (
        named is None
        and mark.j < n
        and mark.sense.lemma != "tell"
        and (stop == start or lower[stop - 1] in BREAKS or sentence.dash(stop - 1))
    ):  # "…", said X
        first = _behind_date(sentence, mark.j)
        end = first
        while end < n and end - first < _INVERTED and lower[end] not in _INVERTED_STOPS:
            end += 1
        opening = end > first and (sentence.words[first][0].isupper() or lower[first] in ("the", "a", "an"))
        if opening or (end > first + 1 and is_name(sentence.words[end - 1])):  # said prison official X
            named = subject(sentence, first, end, memory)
            named = named if opening or (named and named[1]) else None
            if named is not None and end < n and lower[end] == ",":  # said its spokesman, X
                known = any(x.i == end + 1 and x.actor.kind == "person" for x in sentence.actors)
                role = subject(sentence, end + 1, phrase_end(sentence, end + 1), memory)
                if known or not named[1]:
                    named = role or named
                elif role is not None and named[0].key is None and not named[0].third and not role[1]:
                    named = Speaker(named[0].name, role[0].key, role[0].third), True  # said X, a spokesman for Y
            inverted = named is not None
    lead = _joined(sentence, start)
    if lead != start and not inverted and not (named and named[1]):
        named = subject(sentence, lead, start - 1, memory)  # of two the first
    if named is None:
        if start == stop and lower[stop - 1] == "and":
            return _of_subject(sentence, mark, memory)  # X met them and said
        if lead == start and not _somebody(sentence, mark, start, stop):
            return None
    else:
        memory.note(*named)
        if start > 1 and lower[start - 1] == "and" and (second := subject(sentence, start, stop, memory)) and not second[1]:
            memory.hear(second[0])
    after = lower[mark.j : mark.j + 1]
    closes = lower[lead - 1] in (",", "”", '"', "’", "'") or sentence.dash(lead - 1)
    closing = lead > 3 and closes and lower[lead] not in _CONJUNCTIONS and not _places(lower[: lead - 1])
    opens = (
        mark.sense.lemma not in _TELLING
        and bool(after)
        and (after[0] in _CLAUSE or after[0][0].isdigit() or lower[mark.j : mark.j + 2] == ["at", "least"])
    )
    trailing = inverted or n - mark.j <= 3 or (closing and not opens)
    weak = mark.sense.lemma in _FINDINGS
    if weak and named is None:
        return None
    if weak and named is not None and not named[1] and named[0].key is None and not named[0].third:
        return None
    quoted = not _QUOTES.isdisjoint(lower[mark.j :]) or not _QUOTES.isdisjoint(lower[: mark.i])
    until = mark.i if inverted and quoted and _QUOTES.isdisjoint(lower[mark.j :]) else n  # "…", said X, where 40 were to be freed
    if mark.sense.lemma in _DECLARING and not trailing and "that" not in lower[mark.j : mark.j + _DECLARED]:
        until = next((k for k in range(mark.j, until) if lower[k] in _BACKGROUND), until)  # declared a truce after 50 were killed
    if start and lower[start - 1] in _CLAUSES and "," in lower[mark.j :]:
        until = min(until, lower.index(",", mark.j))  # a day after X announced a swap, Y freed 40
    if mark.sense.lemma == "claim" and after == ["responsibility"]:
        until = min(until, mark.j + _DEED)
    speaker = named[0] if named else None
    return Attribution(
        speaker, 0 if trailing and after != ["that"] else mark.j, until, 0.5 if trailing else 0.0, mark.i, named is not None and named[1]
    )


def _places(opener: list[str]) -> bool:
    """Whether what a comma parts from a subject only says where or when it spoke: *At the forum, she said*."""
    plain = opener[0] in _WHERE and len(opener) <= _PLACE and _COUNTING.isdisjoint(opener)
    return plain and not any(word[0].isdigit() for word in opener)


def _behind_date(sentence: Sentence, i: int) -> int:
    """The token behind a day that parts a speech word from its subject: *announced this Thursday (8) the commissioner*."""
    if sentence.lower[i] not in ("this", "on", "late", "earlier"):
        return i
    last = min(len(sentence.lower), i + _DAY)
    return next((k for k in range(i + 1, last) if sentence.lower[k] in ("the", "a", "an")), i)


def _somebody(sentence: Sentence, mark: Mark, start: int, stop: int) -> bool:
    """Whether tokens [start, stop) are somebody without a name who speaks: *officials said*, *one aid worker told us*."""
    if any(other.i == stop - 1 for other in sentence.of("body")) or sentence.lower[start:stop] in (["he"], ["she"]):
        return True
    plain = mark.sense.lemma in _PLAIN and start < stop <= start + _NOBODY
    return plain and sentence.lower[stop - 1] not in _PRONOUNS | TELLS and not _CHAINING.issuperset(sentence.lower[start:stop])


def _joined(sentence: Sentence, start: int) -> int:
    """Where a subject begins whose second half begins at token `start`: *…, the rebels and the government said*."""
    if start < 2 or sentence.lower[start - 1] != "and":
        return start
    lead = phrase_start(sentence, start - 1)
    return lead if 1 < lead < start - 1 and sentence.lower[lead - 1] == "," and start - lead <= _PAIRED else start


def _beside(sentence: Sentence, mark: Mark, memory: Memory) -> Attribution | None:
    """*…, with security sources telling AFP that dozens were killed*: who stands between *with* and the verb says so."""
    start = next((k + 1 for k in range(mark.i - 1, max(-1, mark.i - _WITH), -1) if sentence.lower[k] == "with"), None)
    named = subject(sentence, start, mark.i, memory) if start and "," not in sentence.lower[start : mark.i] else None
    if named is None:
        return None
    memory.note(*named)
    return Attribution(named[0], mark.j, len(sentence.lower), 0.0, mark.i)


def _relative(sentence: Sentence, mark: Mark) -> tuple[Speaker, bool] | None:
    """A known person parted from what he says by a relative clause: *X who led the delegation told reporters*."""
    spoken = [other.i for other in sentence.of("speech") if other.i < mark.i]
    near = range(max(spoken, default=0), mark.i)
    who = next((x.actor for x in sentence.actors if x.actor.kind == "person" and x.i in near and sentence.lower[x.j] == "who"), None)
    return (Speaker(who.name, who.key, who.key is None), True) if who else None


def _of_subject(sentence: Sentence, mark: Mark, memory: Memory) -> Attribution | None:
    """Who the sentence opens with says what a relative clause holds: *Officials condemned strikes that they said killed 26*."""
    acts = {other.i for other in sentence.marks if other.sense.kind in ("verb", "speech", "status")}
    verbs = (k for k in range(1, mark.i) if k in acts or sentence.lower[k] in GOVERNING or sentence.lower[k].endswith("ed"))
    stop = next(verbs, 0)
    named = subject(sentence, 0, stop, memory) if stop else None
    return Attribution(named[0], mark.j, len(sentence.lower), 0.0, mark.i) if named else None


def _adding(sentence: Sentence, mark: Mark, memory: Memory) -> Attribution | None:
    """*X praised the pilots, claiming that five were down*: who the sentence opens with says so."""
    lower = sentence.lower
    if mark.i < 3 or lower[mark.j : mark.j + 1] != ["that"] or lower[mark.i - 1] not in (",", "as"):
        return None
    opener = next((named for named in sentence.actors if named.actor.kind in ("person", "name", "metonym") and named.i < 8), None)
    if opener is None or (opener.actor.kind == "person" and namesake(sentence, opener, sentence.actors, 0)):
        return None
    if (opener.i and lower[opener.i - 1] in GOVERNING) or sentence.words[opener.j - 1].endswith(("'s", "’s")):
        return None
    person = opener.actor.kind == "person"
    speaker = Speaker(opener.actor.name, opener.actor.key, person and opener.actor.key is None)
    memory.note(speaker, person)
    return Attribution(speaker, mark.j, len(lower), 0.0, mark.i)
