"""The catalogue: what is counted, read from seeds/metrics/*.toml and seeds/vocabulary.toml into one lexicon.

Reads files; the rest of the package works on the `Catalogue` that `load` returns.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from metrics.claims.inflect import Form, noun_forms, plural, verb_forms
from metrics.claims.schema import CatalogueError, check
from metrics.claims.tokens import LETTERS
from metrics.folders import folder

# What a verb's object may stand before: *gave 27 bodies back*, *shot 12 people dead*, *set them free*.
_PARTICLES = frozenset("over back home up down out off away free go dead injured wounded captive hostage prisoner".split())


@dataclass(frozen=True, slots=True)
class Happens:
    """One thing that can be done with what a metric counts."""

    metric: str
    by: str | None  # whose people the doer's are: 'own', 'other' or None where both sides act
    counts: frozenset[str]  # heads, singular, lower case
    near: frozenset[str]  # context words, in the sentence or, at a price, elsewhere in the report
    here: frozenset[str]  # context words that must stand in the sentence itself
    body: bool  # the phrase must name bodies, remains or the dead
    event: str | None  # the kind of event that it is
    takes: str  # which part of the clause the figure is: 'object' (also a passive's subject), 'subject', 'both'
    beside_no: frozenset[str] = frozenset()  # words right beside it that make it another thing: talks are held, reports released
    named: bool = False  # only of figures that say what they count
    lasting: bool = False  # only where it goes on: people are detained, not seized
    unless: frozenset[str] = frozenset()  # words with which the sentence tells of something else


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """One entry of the catalogue, as its file says it; docs/metrics.md tells what each key is for."""

    key: str
    title: str = ""
    asks: str = ""
    unit: str = ""
    event: str | None = None
    kind: str = "count"
    also: str | None = None
    family: str | None = None  # event, state, total (it runs on) or ordinal (a number that is a name); None: as each claim is dated
    subject: str = "people"  # what is exchanged or returned: an exchange of bodies is another event than one of people
    basis: bool = False
    categories: bool = True  # whether it is told who is counted, where that is narrower than the metric
    category: str | None = None  # the category that the metric's own words name, so that it tells nothing more of anybody
    status: str | None = None
    otherwise: str = "completed"  # the status where the sentence tells none
    counts: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    but_not: frozenset[str] = frozenset()  # words of a noun phrase that it does not count: wounded soldiers are not massed
    unless: frozenset[str] = frozenset()
    unless_about: frozenset[str] = frozenset()  # words of a report on no conflict in which it is not looked for
    total: str | None = None
    most: float | None = None
    sums: float | None = None  # a number this high adds up many events, so that the day of one is not its own
    least: float = 1  # a smaller number is not this metric's
    war: bool = False  # only in a report that is about a conflict
    undated: bool = False  # no event dates it
    years: bool = False  # told of whole years too, so that a year dates it
    toll: bool = False  # victims, whose number rises as news comes in
    captive: bool = False  # people in somebody's hands
    one_party: bool = False  # the one party that a report gives is that of all its figures
    asked: bool = False  # people whom their own side asks back
    launched: bool = False  # what one side sends at the other
    units: frozenset[str] = frozenset()  # the units that a measure may be stated in; empty for any that converts
    of_group: str | None = None  # the metric that a figure falls under where an armed group is a side
    instead: Mapping[str, str] = field(default_factory=dict)  # status → the metric that a figure at that status falls under
    happens: tuple[Happens, ...] = ()
    examples: tuple[Mapping[str, Any], ...] = ()
    rejects: tuple[Mapping[str, Any], ...] = ()


# What happens to people and things outside the catalogue (*displaced*, *shot down*): it keeps them from a farther trigger.
ELSEWHERE = Metric(key="~", categories=False, least=0)


_NOUNLIKE: frozenset[Form] = frozenset(["base", "third"])


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word or phrase can mean to a rule."""

    kind: str  # verb, event, alone, unless, speech, according, body, third, category, truce or a status group
    lemma: str
    form: frozenset[Form] = frozenset()
    happens: Happens | None = None
    value: str | None = None
    split: bool = False  # words may stand inside: a phrasal verb's object (*gave 27 bodies back*), an adjective (*in Russian captivity*)
    proper: bool = field(init=False, compare=False)  # with a capital it is a name: United *States*
    nominal: bool = field(init=False, compare=False)  # behind an article it is a noun: a *demand*

    def __post_init__(self) -> None:
        object.__setattr__(self, "proper", bool(self.form) and self.kind in ("speech", "status"))
        object.__setattr__(self, "nominal", bool(self.form) and self.kind not in ("event", "status") and self.form <= _NOUNLIKE)


@dataclass(slots=True)
class Entry:
    """A word's senses alone, and the phrases that it begins, longest first."""

    senses: list[Sense] = field(default_factory=list)
    phrases: list[tuple[tuple[str, ...], Sense]] = field(default_factory=list)
    seconds: set[str] = field(default_factory=set)  # the second words of the phrases,
    apart: set[str] = field(default_factory=set)  # and of those that other words may split


@dataclass(slots=True)
class Lexicon:
    """First word → what it can mean; `voices`: how those begin that say who speaks."""

    entries: dict[str, Entry] = field(default_factory=dict)
    voices: set[str] = field(default_factory=set)

    def add(self, words: str, sense: Sense) -> None:
        parts = tuple(words.casefold().split())
        if sense.kind in ("speech", "according"):
            self.voices.update(LETTERS.findall(parts[0])[:1])
        entry = self.entries.setdefault(parts[0], Entry())
        if len(parts) == 1:
            if sense not in entry.senses:
                entry.senses.append(sense)
        elif (parts, sense) not in entry.phrases:
            entry.phrases.append((parts, sense))
            entry.phrases.sort(key=lambda p: (-len(p[0]), p[0]))
            entry.seconds.add(parts[1])
            if sense.split:
                entry.apart.add(parts[1])


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All metrics with the lexicon made of them. `fingerprint` changes whenever any of the files does."""

    metrics: dict[str, Metric]
    lexicon: Lexicon
    fingerprint: str
    people: frozenset[str]  # head nouns that name a person
    alone: frozenset[str]  # nouns that tell by themselves what a figure falls under
    ordinals: tuple[Metric, ...]  # what is numbered and not counted
    counted: frozenset[str]  # head nouns that any metric counts
    war: frozenset[str]  # words of which a report about fighting has one
    acts: frozenset[str]  # words of which a report that tells of violence has one
    lists: Mapping[str, tuple[str, ...]]


def _expand(words: Iterable[str], lists: Mapping[str, list[str]], where: str) -> list[str]:
    found: list[str] = []
    for word in words:
        if word.startswith("@"):
            if word[1:] not in lists:
                raise CatalogueError(f"{where}: no list {word} in vocabulary.toml")
            found += lists[word[1:]]
        else:
            found.append(word)
    return found


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"{path}: {error}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogueError(f"{path}: cannot be read: {error}") from None


_AS_WRITTEN = frozenset(
    (
        "title asks unit kind also family subject basis categories category otherwise total most sums least war undated years toll captive "
        "one_party asked launched of_group instead"
    ).split()
)
_INFLECTED = ("alone", "but_not", "unless", "unless_about")


def _metric(path: Path, raw: dict[str, Any], lists: Mapping[str, list[str]]) -> Metric:
    key = path.stem
    check(path, raw)
    counts = _expand(raw.get("counts", []), lists, str(path))
    happens = []
    for i, rule in enumerate(raw.get("happens", []), 1):
        where = f"{path}: rule happens {i}"
        heads = _expand(rule["counts"], lists, where) if "counts" in rule else counts
        near, here, beside_no, unless = (
            frozenset(form for word in _expand(rule.get(name, []), lists, where) for form in noun_forms(word))
            for name in ("near", "here", "beside_no", "unless")
        )
        counted = frozenset(form for word in heads for form in noun_forms(word))
        body, named, lasting = (bool(rule.get(name)) for name in ("body", "named", "lasting"))
        event, takes = raw.get("event") or None, rule.get("takes", "object")
        happens.append(Happens(key, rule.get("by"), counted, near, here, body, event, takes, beside_no, named, lasting, unless))
    told: dict[str, Any] = {name: value for name, value in raw.items() if name in _AS_WRITTEN}
    told |= {name: raw.get(name) or None for name in ("event", "status")}
    for name in _INFLECTED:
        told[name] = frozenset(form for word in _expand(raw.get(name, []), lists, str(path)) for form in noun_forms(word))
    return Metric(
        key=key,
        counts=frozenset(word.casefold() for word in counts),
        units=frozenset(raw.get("units", ())),
        happens=tuple(happens),
        examples=tuple(raw.get("example", ())),
        rejects=tuple(raw.get("reject", ())),
        **told,
    )


def _lexicon(metrics: Iterable[tuple[Metric, dict[str, Any]]], vocabulary: dict[str, Any], lists: Mapping[str, list[str]]) -> Lexicon:
    lexicon, irregular = Lexicon(), vocabulary.get("irregular", {})

    def add_verb(verb: str, kind: str, happens: Happens | None = None, value: str | None = None) -> None:
        words = verb.split()
        parted = len(words) == 2 and words[0] != "be" and words[1] in _PARTICLES
        for form, kinds in verb_forms(verb, irregular).items():
            lexicon.add(form, Sense(kind, verb, frozenset(kinds), happens, value, happens is not None and parted))

    for metric, raw in metrics:
        for rule, happens in zip(raw.get("happens", []), metric.happens, strict=True):
            for verb in _expand(rule.get("verbs", []), lists, metric.key):
                add_verb(verb, "verb", happens)
            for event in _expand(rule.get("events", []), lists, metric.key):
                gapped = " … " in event
                for form in [event.replace(" … ", " ")] if gapped else noun_forms(event):
                    lexicon.add(form, Sense("event", event, frozenset(), happens, None, gapped))
    for rule in vocabulary.get("elsewhere", []):
        heads = frozenset(form for word in _expand(rule["counts"], lists, "vocabulary.toml") for form in noun_forms(word))
        happens = Happens("", None, heads, frozenset(), frozenset(), False, None, rule.get("takes", "both"))
        for verb in rule["verbs"]:
            add_verb(verb, "verb", happens)
        for event in rule.get("events", []):
            for form in noun_forms(event):
                lexicon.add(form, Sense("event", event, frozenset(), happens))
    for group, words in vocabulary.get("status", {}).items():
        for word in words:
            add_verb(word, "status", None, group)
            if " " not in word:
                lexicon.add(plural(word), Sense("status", word, frozenset(), None, group))
    speech = vocabulary.get("speech", {})
    for verb in speech.get("verbs", []):
        add_verb(verb, "speech")
    for kind, name in (("according", "according"), ("body", "bodies")):
        for word in speech.get(name, []):
            lexicon.add(word, Sense(kind, word))
            if kind == "body":
                lexicon.add(plural(word), Sense(kind, word))
    return lexicon


def load(directory: Path | None = None, more: Path | None = None) -> Catalogue:
    """The catalogue of `directory` (default: the one that Parley comes with) over the shipped vocabulary.

    The metrics of `more`, a folder or one file, are added; one of the same name stands in the other's place.
    Raises CatalogueError, with one line that names the file and what is wrong in it.
    """
    return _load(directory or folder("seeds") / "metrics", more)


@cache
def _load(*directories: Path | None) -> Catalogue:
    vocabulary_path = folder("seeds") / "vocabulary.toml"
    vocabulary = _read(vocabulary_path)
    lists: dict[str, list[str]] = vocabulary.get("lists", {})
    paths: dict[str, Path] = {}
    for directory in filter(None, directories):
        found = [directory] if directory.is_file() else sorted(directory.glob("*.toml"))
        if not found:
            raise CatalogueError(f"{directory}: no metric files (*.toml) there")
        paths |= {path.stem: path for path in found}
    raws = [(path, _read(path)) for _, path in sorted(paths.items())]
    pairs = [(_metric(path, raw, lists), raw) for path, raw in raws]
    metrics = {metric.key: metric for metric, _ in pairs}
    for metric in metrics.values():
        for name, other in (("total", metric.total), *(("instead", other) for other in metric.instead.values())):
            if other and other not in metrics:
                raise CatalogueError(f"{paths[metric.key]}: {name} names {other!r}, which is no metric")
    digest = hashlib.blake2b(digest_size=8)
    for path in (vocabulary_path, *(path for path, _ in raws), *sorted(folder("seeds").glob("*.csv"))):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    counted = frozenset(head for metric in metrics.values() for happens in metric.happens for head in happens.counts)
    alone = frozenset(noun for metric in metrics.values() for noun in metric.alone)
    ordinals = tuple(metric for metric in metrics.values() if metric.kind == "ordinal" and metric.happens)
    people = frozenset(w.casefold() for name in ("people", "soldiers", "captives", "children") for w in lists.get(name, []))
    war, acts = (frozenset(form for word in lists.get(name, []) for form in noun_forms(word)) for name in ("war", "acts"))
    words = {name: tuple(words) for name, words in lists.items()}
    return Catalogue(metrics, _lexicon(pairs, vocabulary, lists), digest.hexdigest(), people, alone, ordinals, counted, war, acts, words)
