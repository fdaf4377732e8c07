"""Who acts, who receives, whose people are counted: the party of a figure. Pure functions of an analysed sentence."""

from __future__ import annotations

from metrics.claims import trades
from metrics.claims.actors import Conflict, Gazetteer
from metrics.claims.binding import Binding
from metrics.claims.clause import BE, HAVE, MODALS, Named, Sentence
from metrics.claims.counted import PREPOSITIONS, own, possessor, told_behind
from metrics.claims.sides import camps
from metrics.claims.trades import named_in
from metrics.claims.transfers import captor, from_afar, giver, opposed, recipient, recipient_of_blows, to_both
from metrics.claims.victims import QUARTERS, STRUCK, beside, of_a_war, sited, victims
from metrics.model import Figure

_REBELS = frozenset("rebel rebels insurgent insurgents guerrillas guerrilla separatists separatist paramilitary paramilitaries".split())
_OFFICIAL = frozenset("soldier soldiers police troops personnel guards officers".split())
_ARMED = _REBELS | frozenset(
    "rebel militant militants insurgents gunman gunmen jihadist jihadists extremist extremists terrorist terrorists bandits captors "
    "assailant assailants attacker attackers".split()
)
_OWN = frozenset(["defender", "hero", "warrior", "compatriot", "countryman"])  # so a side calls its own: Kyiv returned 90 defenders
_OF_THEM = 3  # words of *of the assailants*
_REGULARS = frozenset(  # soldiers, and the captives of those who are no state
    "hostage hostages abductees "
    "forces personnel commandos airmen gendarmes troopers guards "
    "soldier soldiers troops serviceman servicemen servicewomen marines policeman policemen police cadets paratroopers conscripts".split()
)
_ABROAD = frozenset("western foreign international european foreigner foreigners westerner westerners".split())  # hostages of no side
_ENDURES = frozenset("endured endures endure faced faces suffered suffers withstood survived".split())  # who does so is the target
_ARMS = frozenset(  # what may stand between two sides besides *and*: the Saudi-led coalition and the Houthis
    "government coalition forces army military authorities movement rebels militia internationally recognised recognized official".split()
)
_STATE = 2  # letters of a state's key
_BEFORE_SUBJECT = frozenset("for after by before in".split())  # after freeing 12, Hamas said
_PAIR = frozenset("two warring rival opposing".split())
_REGAINS = frozenset(
    ["get back", "win back", "bring back", "bring home", "return home", "recover", "repatriate"]
)  # one's own, whoever held them
_MEETING = frozenset(["among", "between"])
_SWAPS = frozenset(["exchange", "swap", "trade"])
_DEALS = frozenset("deal exchange swap agreement arrangement accord".split())
_LED = ("-led", "-backed", "-run", "-held", "-allied", "-based")
_FOES = frozenset("sides countries nations factions parties armies governments foes rivals neighbours neighbors enemies".split())
_TARGETS = frozenset(
    "base bases camp camps position positions hideout hideouts stronghold strongholds posts outposts installations checkpoints".split()
)
_BREAKS = frozenset([";", "but", "while", "whereas", "although", "because"])


def coordinated(sentence: Sentence, named: Named) -> str | None:
    """The party joined to this one by *and*: *Russia and Ukraine*."""
    adjectives = {k for third in sentence.actors if third.actor.kind == "demonym" for k in range(third.i, third.j)}
    for other in sentence.actors:
        if other.actor.key and other.actor.key != named.actor.key:
            between = range(min(named.j, other.j), max(named.i, other.i))
            rest = [sentence.lower[k] for k in between if k not in adjectives]
            if [word for word in rest if word not in _ARMS and not word.endswith(("-backed", "-led", "-aligned"))] in (
                ["and"],
                ["and", "the"],
                ["or"],
            ):
                return other.actor.key
    return None


def doer(sentence: Sentence, binding: Binding, a: int, b: int) -> Named | None:
    """Who does what the trigger says: the subject of an active verb, *by X* of a passive, the adjective or genitive of an event."""
    mark = binding.mark
    if mark is None:
        return None
    lower = sentence.lower
    if binding.voice in ("passive", "bare"):
        for k in range(mark.j, min(mark.j + 8, len(lower))):
            if lower[k] in _BREAKS:
                return None
            if lower[k] == "by":
                found = named_in(sentence, k + 1, k + 5)
                return found[0] if found else None
        return None
    if binding.voice == "event":
        near = named_in(sentence, mark.i - 2, mark.i)
        if near:
            return near[-1]
        for k in range(mark.j, min(mark.j + 4, len(lower))):
            if lower[k] == "by":
                found = named_in(sentence, k + 1, k + 4)
                return found[0] if found else None
    if binding.metric.basis and binding.voice == "ing" and mark.i and lower[mark.i - 1] in _BEFORE_SUBJECT:
        comma = next((k for k in range(b, len(lower)) if lower[k] == ","), len(lower))
        subject = next((n for n in sentence.actors if comma < n.i <= comma + 2 and n.actor.kind in ("name", "metonym")), None)
        if subject is not None:
            return subject
    candidates = [
        named for named in sentence.actors if named.j <= mark.i and not (named.i >= a and named.j <= b) and named.actor.kind != "place"
    ]
    if binding.voice == "event" and binding.metric.toll:  # who tells of the dead and wounded killed nobody
        candidates = [named for named in candidates if named.actor.kind != "person"]
    spoken = {m.i for m in sentence.of("speech")}
    back = sentence.before(mark.i)
    again = back >= 0 and lower[back] == "it"  # the subject of the clause before: Russia gave 90; in return it got 5
    for named in reversed(candidates):
        if not again and any(word in _BREAKS for word in lower[named.j : mark.i]):
            break
        if lower[named.j : named.j + 1] == ["to"] and mark.i - named.j <= 3 and "base" in mark.sense.form:
            return named  # called on X to release
        if sited(sentence, named) or trades.paired(sentence, named) or (_object(sentence, named) and "and" in lower[named.j : mark.i]):
            continue  # a Baghdad market does nothing, nor does the Thai-Cambodian border
        if sentence.words[named.j - 1].endswith(_LED) or _aside(sentence, named, mark.i) or _within(sentence, named):
            continue  # the Nato-led mission; Germany, which heads Nato's mission, has; in Doha, Qatar
        said = next((k for k in range(named.j, mark.i) if k in spoken and lower[k + 1 : k + 2] != ["to"]), None)
        if lower[named.j : named.j + 1] == [":"] or (said is not None and not _of_itself(lower, said, mark.i)):
            continue  # X said that …: X speaks, and need not act; who promised to does
        after = [word for word in lower[named.j : named.j + 3] if word not in ("'", "’", "military", "army")]
        if not _TARGETS.isdisjoint(after[:1]):
            continue  # jets bombed al-Shabaab bases, killing 100
        before = lower[max(0, named.i - 2) : named.i]
        if before and mark.i - named.j > 0 and trades.acted_on(sentence, named, spoken):
            continue  # Russia invaded Ukraine and controls 17 percent
        opens = before[-1:] == ["after"] and named.j == mark.i  # after Hamas frees
        governed = (
            bool(before)
            and not opens
            and (before[-1] in PREPOSITIONS or ((before[-1] == "the" or before[-1] in QUARTERS) and before[0] in PREPOSITIONS))
        )
        adjective = named.actor.kind == "demonym" and not _stands_alone(sentence, named)
        if (not governed and not adjective) or trades.absolute(sentence, named):
            return named
    return None


def _object(sentence: Sentence, named: Named) -> bool:
    """Whether a name stands in a counted phrase that a verb governs: *killed 47 Taliban fighters and lost nine*."""
    counted = [k for k in (named.i - 1, named.i - 2) if sentence.objects.get(k)]
    return bool(counted) and any(mark.j in counted for mark in sentence.of("verb"))


def _of_itself(lower: list[str], said: int, verb: int) -> bool:
    """Whether who speaks tells of its own act: *Kabul said it had attacked posts, killing 58*."""
    first = said + 1 + (lower[said + 1 : said + 2] == ["that"])
    return lower[first : first + 1] in (["it"], ["they"]) and lower[verb].endswith("ing")


def _aside(sentence: Sentence, named: Named, verb: int) -> bool:
    """Whether a name stands in a relative clause that a comma closes before the verb: *Germany, which heads the mission, has*."""
    lower = sentence.lower
    if "," not in lower[named.j : verb]:
        return False
    opens = next((i for i in range(named.i - 1, 0, -1) if lower[i] in ("which", "who", ",")), 0)
    return lower[opens] != "," and lower[opens - 1] == ","


def _within(sentence: Sentence, named: Named) -> bool:
    """Whether a name says in which country the town before it lies: *Doha, Qatar*."""
    if sentence.lower[named.i - 1] != ",":
        return False
    return any(town.j == named.i - 1 and town.actor.key == named.actor.key for town in sentence.actors)


def _stands_alone(sentence: Sentence, named: Named) -> bool:
    """Whether an adjective of nationality is the actor: *Russians*, *Russian forces*; not *the Afghan capital*."""
    after = named.j
    while after < len(sentence.lower) and after < named.j + 2:
        if any(mark.i == after for mark in sentence.of("body")) or sentence.lower[after] in STRUCK:
            return True
        after += 1
    return (
        sentence.lower[named.j - 1].endswith("s")
        or named.j >= len(sentence.lower)
        or sentence.lower[named.j] in (",", "and", "have", "had")
    )


def both_named(sentence: Sentence) -> bool:
    """Whether people of both sides may be meant: *on both sides*, *the combined toll*, *along the border between India and Pakistan*."""
    if {"both", "sides"} <= sentence.vocabulary or "combined" in sentence.vocabulary:
        return True
    return any(sentence.lower[named.i - 1] == "between" and coordinated(sentence, named) for named in sentence.actors if named.i)


def both_act(sentence: Sentence, binding: Binding, a: int, b: int) -> bool:
    """Whether the trigger's subject is both sides."""
    actor = doer(sentence, binding, a, b)
    if actor is not None and coordinated(sentence, actor):
        return True
    if binding.mark is None:
        return False
    left = sentence.lower[max(0, binding.mark.i - 8) : binding.mark.i]
    lower = sentence.lower
    if not _MEETING.isdisjoint(sentence.vocabulary) and any(
        word in _MEETING and not _FOES.isdisjoint(lower[i + 1 : i + 4]) and not _DEALS.isdisjoint(lower[max(0, i - 3) : i])
        for i, word in enumerate(lower)
    ):
        return True  # under a deal among the warring sides
    return "both" in left or (not _PAIR.isdisjoint(left) and not _FOES.isdisjoint(left)) or "sides" in left


def _by_a_swap(sentence: Sentence, verb: int) -> bool:
    """Whether a swap is what frees them: *the exchange ended after freeing 800*; not *in a swap 40 came home*."""
    lower = sentence.lower
    swaps = [k for k in range(max(0, verb - 8), verb) if lower[k] in _SWAPS]
    return any(PREPOSITIONS.isdisjoint(lower[max(0, k - 3) : k]) for k in swaps)


def handed(sentence: Sentence, binding: Binding, a: int, b: int, conflict: Conflict | None) -> bool:
    """Whether the figure counts people whom one side gives or gets, so that a party is wanted; not where both or a third body act."""
    if binding.voice in ("continued", "item"):
        return True
    if (binding.happens is not None and binding.happens.by is None) or both_act(sentence, binding, a, b):
        return False
    actor = doer(sentence, binding, a, b)
    if actor is None and binding.mark is not None and _by_a_swap(sentence, binding.mark.i):
        return False  # the swap that freed them
    return actor is None or conflict is None or bool(conflict.side_of(actor.actor.key))


def party(
    sentence: Sentence,
    binding: Binding,
    figure: Figure,
    a: int,
    b: int,
    conflict: Conflict | None,
    speaker: str | None,
    gazetteer: Gazetteer,
) -> str | None:
    """Whose people or things the figure counts, or None where the words leave it open. `speaker` is the party of who says so."""
    metric, happens = binding.metric, binding.happens
    if metric.kind in ("duration", "ordinal", "age"):
        return None
    actor = doer(sentence, binding, a, b)
    key = actor.actor.key if actor else None
    if actor and conflict and not _REBELS.isdisjoint(sentence.lower[actor.j : actor.j + 4]):
        key = conflict.other(key) if key not in gazetteer.place_of else key  # Colombia's rebel group is not Colombia
    launched = metric.launched
    if metric.kind != "share":
        named = own(sentence, figure, a, b, conflict, gazetteer)
        if len(named) > 1:
            return None
        if named and not (launched and key):
            return named[0]
        if not named and not _ABROAD.isdisjoint(sentence.lower[a:b]):
            return None
        if not named and conflict and (metric.basis or metric.captive) and (abroad := told_behind(sentence, b, conflict)):
            return abroad[0] if len(abroad) == 1 else None
        armed = _armed(sentence, a, b, conflict, gazetteer)
        if armed and not named:
            return armed
        owner = possessor(sentence, a, b)
        if owner and owner == key and metric.captive and not metric.basis and conflict:
            return opposed(owner, conflict, gazetteer)  # Azerbaijan holds 33 of its soldiers, Armenia says: nobody holds his own
        if owner:
            return owner
        origin = from_afar(sentence, b, conflict, metric.event == "deployment")
        if origin and (metric.basis or metric.event == "deployment"):
            return origin
        side = _on_the_side(sentence, a) or _among(sentence, a)
        if side:
            return side
    involved = speaker if conflict and conflict.side_of(speaker) else None
    if involved and metric.basis and "our" in sentence.lower[max(0, a - 1) : b]:
        return involved
    if (
        key is None
        and involved
        and binding.mark is not None
        and binding.mark.sense.kind == "verb"
        and _by_themselves(sentence, binding.mark.i)
    ):
        key = involved
    regained = binding.mark is not None and binding.mark.sense.lemma in _REGAINS and binding.side == "left"
    if regained and metric.basis and actor and actor.actor.kind == "name" and conflict and key and not conflict.side_of(key):
        return key  # Turkey got back its hostages from Islamic State in Mosul
    if metric.basis and metric.kind == "count" and conflict:
        given = trades.in_return_for(sentence, b)
        if given and conflict.side_of(given):
            return gazetteer.place_of.get(conflict.other(given) or "") or conflict.other(given)
    if key and conflict and metric.basis and happens is not None and happens.by == "other" and trades.priced(sentence, binding, a):
        return conflict.side_of(key)
    if happens is None or metric.toll:
        if both_named(sentence) or of_a_war(sentence, binding):
            there = beside(sentence, b, gazetteer)  # a war that killed 1,200 people in Lebanon
            return there if conflict is None or not conflict.civil else None
        return (
            victims(sentence, binding, figure, a, b, key, conflict, gazetteer)
            or regulars(sentence, a, b, conflict, gazetteer)
            or (None if conflict and (conflict.civil or len(involved or "") != _STATE) else involved)  # a group tells of its foe's dead
        )

    if key and conflict and metric.basis and happens.by is None and (traded := trades.traded(sentence, binding, a, b)):
        return conflict.side_of(key) if traded == 2 else conflict.other(key)

    def people(party: str | None) -> str | None:
        return opposed(party, conflict, gazetteer)

    held = captor(sentence, b)
    verb = binding.mark.j if binding.mark is not None and binding.mark.sense.kind == "verb" else None
    civil = next((side for side in conflict.keys if side not in gazetteer.place_of), None) if conflict and conflict.civil else None
    to = recipient(sentence, b, verb, civil)
    moved = metric.basis or metric.event == "deportation"
    if held and conflict and people(held) and (metric.basis or metric.captive):
        return people(held)
    if launched and not _ENDURES.isdisjoint(sentence.lower[:a]):
        return people(next((named.actor.key for named in sentence.actors if named.i < a and named.actor.key), None))
    if happens.by == "own":
        if metric.basis and to and (conflict is None or conflict.side_of(to)):
            return to
        if metric.asked and binding.mark is not None and conflict and "received" in sentence.lower:
            return people(key)
        if metric.asked and (asking := giver(sentence, a)):
            return asking
        if binding.side == "right" and metric.basis:  # they come home
            return None if to is None and to_both(sentence) else involved
        if key is None and metric.basis:
            return involved
        if key is None and launched and conflict and binding.mark is not None:
            target = recipient_of_blows(sentence, binding.mark.j)
            if conflict.side_of(target):
                return conflict.other(target)
        if key is None and conflict and involved and (launched or metric.event == "deployment"):
            return conflict.other(involved)
        if actor is not None and actor.actor.kind == "bloc" and metric.basis:
            return None  # the Red Cross received two bodies
        if key is None and metric.event == "talks":  # Kabul sent a 15-member team
            near = [named for named in sentence.actors if named.actor.kind in ("name", "metonym", "demonym")]
            return near[0].actor.key if near else None
        return key
    if happens.by is None and to and metric.basis and conflict and conflict.side_of(to):
        return to  # were to be sent to Gaza
    if happens.by == "other" and conflict:
        if metric.event == "attack" and (lost := trades.loser(sentence)):
            return lost
        if to and moved and conflict.side_of(to):
            return people(to) if metric.event == "deportation" else to
        if key and metric.basis and not to and figure.head in _OWN:
            return key
        if key and metric.basis and binding.mark is not None and trades.regains(sentence, binding, b, conflict.other(key)):
            return key
        if key:
            return key if metric.basis and trades.secured(sentence, binding) else people(key)
        if metric.event == "attack" and involved:
            return conflict.other(involved)
    return None


def _armed(sentence: Sentence, a: int, b: int, conflict: Conflict | None, gazetteer: Gazetteer) -> str | None:
    """The armed group that a state fights, where the counted phrase says no more than *rebels*, *militants*, *their captors*."""
    last = b + _OF_THEM if sentence.lower[b : b + 1] == ["of"] else b  # five of the assailants
    told = sentence.lower[a:last]
    if "paramilitary" in told and not _OFFICIAL.isdisjoint(told):
        return None  # a state's paramilitary soldiers
    return None if _ARMED.isdisjoint(told) else camps(conflict, gazetteer)[1]


def soldierly(sentence: Sentence, a: int, b: int) -> bool:
    """Whether the counted phrase says soldiers or police officers."""
    return not _REGULARS.isdisjoint(sentence.lower[a:b])


def regulars(sentence: Sentence, a: int, b: int, conflict: Conflict | None, gazetteer: Gazetteer) -> str | None:
    """The state that fights an armed group, where the counted phrase says no more than *soldiers* or *police officers*."""
    if not _ABROAD.isdisjoint(sentence.lower[a:b]):
        return None
    return camps(conflict, gazetteer)[0] if soldierly(sentence, a, b) else None


def _by_themselves(sentence: Sentence, verb: int) -> bool:
    """Whether a verb's subject is whoever speaks: *say they will free*, *“We returned 215 …”*."""
    i = verb - 1
    while i >= 0 and (sentence.lower[i] in HAVE | MODALS | BE or sentence.lower[i] in ("also", "already", "to", "not", "managed")):
        i -= 1
    return i >= 0 and sentence.lower[i] in ("they", "we", "it")


def _among(sentence: Sentence, a: int) -> str | None:
    """Of whose people the figure is a part: *among the freed Ukrainians are 12 officers*."""
    for k in range(max(0, a - 8), a):
        if sentence.lower[k] == "among":
            stop = next((i for i in range(k + 1, a) if sentence.lower[i] in PREPOSITIONS), a)  # among those freed from Israeli jails
            return next((n.actor.key for n in named_in(sentence, k + 1, stop) if n.actor.kind == "demonym"), None)
    return None


_SHELLED = 3  # words of *shelling from the*


def _on_the_side(sentence: Sentence, a: int) -> str | None:
    """*On the Russian side*, *for Ukraine's part* before a figure."""
    for named in named_in(sentence, max(0, a - 9), a):
        if sentence.lower[named.j : named.j + 1] in (["side"], ["part"]) and sentence.lower[max(0, named.i - 2) : named.i] in (
            ["on", "the"],
            ["from", "the"],
            ["for", "the"],
        ):
            if named.i >= _SHELLED and sentence.lower[named.i - _SHELLED] in STRUCK:
                continue  # shelling from the Pakistani side
            return named.actor.key
    return None
