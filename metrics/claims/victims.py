"""Whose the dead and wounded of a sentence are: of the place, of who lost them, of the side attacked. Pure functions."""

from __future__ import annotations

from metrics.claims import trades
from metrics.claims.actors import Conflict, Gazetteer
from metrics.claims.binding import Binding
from metrics.claims.clause import Named, Sentence
from metrics.model import Figure

_HITS = (
    "hit struck hitting striking bombarded bombarding attacked attack pounded shelled strikes hits stormed raided invaded overran "
    "infiltrated assaulted"
)
_PLACED = frozenset(f"in on at near around across inside outside over into against of targeting {_HITS}".split())
_WITHIN = frozenset(f"in on across at into of the {_HITS}".split())
QUARTERS = frozenset(
    (
        "southern northern eastern western central north-eastern south-eastern north-western south-western northeastern northwestern "
        "southeastern southwestern north south east west northeast northwest southeast southwest neighbouring neighboring"
    ).split()
)
_WITHIN_PARTS = frozenset(["in", "across", "over", "into", "on", "near", "at"])  # in southern and eastern Ukraine
_DEEDS = frozenset(
    (
        "strikes attacks campaign offensive bombardment war invasion assault raids operation operations shelling bombing fire aggression "
        "rockets missiles drones"
    ).split()
)
_CALENDAR = frozenset(
    (
        "january february march april may june july august september october november december monday tuesday wednesday thursday friday "
        "saturday sunday spring summer autumn winter eve day christmas easter ramadan"
    ).split()
)
_WARS = frozenset("war conflict insurgency insurrection hostilities rebellion uprising".split())
_TOWN = 3  # words of a town's name
_STATE = 2  # letters of a state's key
_WAGED = 3  # words before *war* within which stands who wages it
_SUBJECT = 5  # words before the trigger within which the war that killed stands
_SITES = frozenset(
    (
        "market marketplace hotel mosque airport hospital school church suburb neighbourhood neighborhood district stadium prison "
        "restaurant port street square mall university cafe shrine funeral checkpoint"
    ).split()
)
_SPOTS = frozenset("city town village capital province region district island side port border soil territory camp".split())
STRUCK = frozenset(
    (
        "strike strikes attack attacks aggression airstrikes airstrike shelling fire firing drone missile forces bombing bombardment raid "
        "drones missiles artillery rocket rockets shells bombs gunfire troops army military"
    ).split()
)
_FIGHTERS = frozenset("soldier serviceman troop trooper fighter militant officer policeman commander rebel militiaman".split())

# who is killed far from home, and belongs neither to the place nor to its army
_GUESTS = frozenset("peacekeeper peacekeepers tourist tourists foreigner foreigners expatriates diplomat diplomats".split())
_CLAUSES = frozenset(["and", "after", "before", "when", "while"])  # between a place and what happens in another clause
_CLASHES = frozenset("clash clashes fighting gunbattle gunbattles skirmish skirmishes firefight battle battles".split())
_IRREGULARS = frozenset("militant rebel insurgent terrorist gunman jihadist fighter guerrilla".split())
_OUTLAWS = frozenset("militant insurgent terrorist jihadist gunman".split())
_ADMITS = frozenset("reported confirmed acknowledged admitted announced reports confirms".split())
_ARMY = frozenset("army military forces troops police soldiers jets warplanes commandos".split())
_CIVILIANS = frozenset("civilian villager resident farmer child woman worshipper patient student pupil".split())
_MADE = frozenset("based born backed led linked educated trained held controlled".split())
_SINCE = 10  # words from *clashes* to what they did: *clashes in which at least 38 people were killed*
_NEAR = 6  # words behind the trigger within which *in clashes* belongs to it


def victims(
    sentence: Sentence,
    binding: Binding,
    figure: Figure,
    a: int,
    b: int,
    attacker: str | None,
    conflict: Conflict | None,
    gazetteer: Gazetteer,
) -> str | None:
    """Whose the dead and wounded are: of who lost them, of the place, of the side attacked; in a civil war the place tells nothing."""
    lemma = binding.mark.sense.lemma if binding.mark is not None else ""
    if lemma in ("lose", "loss") and attacker:
        return attacker
    lost = trades.loser(sentence) or _on_its_side(sentence, b) or _reported(sentence, a, conflict)
    if lost:
        return lost
    if not _GUESTS.isdisjoint(sentence.lower[a:b]):
        return None
    foe = conflict.other(attacker) if conflict else None
    if foe in gazetteer.place_of and _of_them(sentence, b, foe or ""):
        return foe
    civil = conflict is not None and conflict.civil
    anchor = binding.mark.i if binding.mark is not None else 0
    place = beside(sentence, b, gazetteer) or where(sentence, gazetteer, anchor, conflict)
    if figure.head in _OUTLAWS:
        place = None  # militants who are killed in Niger are not Niger's
    if place and conflict and place in conflict.keys and _between_armies(sentence, conflict, max(anchor, b), gazetteer):
        return None
    if place and place == attacker and figure.head not in _CIVILIANS and _own_army(sentence, place):
        return None  # whom an army kills at home
    if place and not (civil and conflict is not None and place in conflict.keys):
        return place
    if conflict is None:
        return None
    if figure.head in _IRREGULARS and all(len(key) == _STATE for key in conflict.keys):
        return None  # militants whom one of two states kills are not the other's
    spoken = {mark.i for mark in sentence.of("speech")}
    strikers = (n for n in sentence.actors if n.actor.kind != "person" and _strikes(sentence, n) and not trades.paired(sentence, n))
    strike = next((n for n in strikers if spoken.isdisjoint(range(n.i - 2, n.j + 4))), None)
    for key in (attacker if lemma not in ("die", "perish") and "include" not in lemma else None, strike.actor.key if strike else None):
        other = conflict.other(key)
        if other:
            if civil:  # whom a side's strike kills in its own country is open, but for soldiers
                return other if figure.head in _FIGHTERS else None
            land = gazetteer.place_of.get(other) or other
            if land == conflict.side_of(key) and figure.head not in _CIVILIANS:  # whom an army kills in its own country is open too
                return None
            return land
    return None


def of_a_war(sentence: Sentence, binding: Binding) -> bool:
    """*A conflict that has killed 10,000*: the dead of both sides, wherever it is fought."""
    mark = binding.mark
    if mark is None or mark.sense.kind != "verb":
        return False
    before = sentence.lower[max(0, mark.i - _SUBJECT) : mark.i]
    i = next((i for i, word in enumerate(before) if word in _WARS), None)
    at = mark.i - len(before) + (i or 0)
    if i is not None and any(len(named.actor.key or "") == _STATE for named in trades.named_in(sentence, at - _WAGED, at)):
        return False  # Israel's war on Gaza has killed 50,000
    return i is not None and sentence.voice(mark) == "active" and before[i + 1 : i + 2] in (["that"], ["which"], ["has"], ["had"], [","])


def _on_its_side(sentence: Sentence, b: int) -> str | None:
    """*The Taliban claimed nine deaths on its side*."""
    if sentence.lower[b : b + 3] not in (["on", "its", "side"], ["on", "their", "side"], ["in", "its", "ranks"], ["in", "their", "ranks"]):
        return None
    return next((named.actor.key for named in reversed(sentence.actors) if named.j <= b and named.actor.kind != "person"), None)


def _reported(sentence: Sentence, a: int, conflict: Conflict | None) -> str | None:
    """Whose dead they are whom a side itself tells of: *Baku reported 70 dead*, *Yerevan confirmed 49 killed*."""
    if conflict is None or sentence.lower[a - 1] not in _ADMITS:
        return None
    key = next((named.actor.key for named in sentence.actors if named.j == a - 1 and named.actor.kind in ("name", "metonym")), None)
    return key if key in conflict.keys else None


def _own_army(sentence: Sentence, key: str) -> bool:
    """Whether an army or police of a country is named: *Niger's military*."""
    return any(named.actor.key == key and not _ARMY.isdisjoint(sentence.lower[named.j : named.j + 2]) for named in sentence.actors)


def _of_them(sentence: Sentence, b: int, group: str) -> bool:
    """*Raided the rebels' camp, killing 15 of them*."""
    them = sentence.lower[b : b + 2] == ["of", "them"] or sentence.lower[b - 2 : b] == ["of", "them"]
    return them and any(named.actor.key == group and named.j <= b for named in sentence.actors)


def beside(sentence: Sentence, b: int, gazetteer: Gazetteer) -> str | None:
    """The country in which those of the figure alone were: *51 villagers in Mali, 12 soldiers in Niger*."""
    if sentence.lower[b : b + 1] != ["in"]:
        return None
    for named in sentence.actors:
        if b < named.i <= b + 2 and named.actor.kind in ("name", "place", "metonym") and named.actor.key not in gazetteer.place_of:
            return named.actor.key if _placed(sentence, named) else None
    return None


def _between_armies(sentence: Sentence, conflict: Conflict, at: int, gazetteer: Gazetteer) -> bool:
    """Whether they fell in clashes of two states' armies, where a place does not say whose they are."""
    if any(len(key) > _STATE for key in conflict.keys):
        return False
    return not _CLASHES.isdisjoint(sentence.lower[max(0, at - _SINCE) : at + _NEAR])


_BLOWS = frozenset("strike attack blast explosion raid shelling assault bombing bombardment barrage attacks strikes".split())


def struck_before(sentence: Sentence, last: Sentence, conflict: Conflict, gazetteer: Gazetteer) -> str | None:
    """Where the attack was that the sentence before told of: *Missiles hit a hospital in Israel. The strike wounded 240*."""
    if sentence.lower[0] != "the" or _BLOWS.isdisjoint(sentence.lower[1:3]):
        return None
    place = where(last, gazetteer, len(last.lower), conflict)
    return place if conflict.side_of(place) else None


def where(sentence: Sentence, gazetteer: Gazetteer, at: int, conflict: Conflict | None) -> str | None:
    """The country of the place that the sentence names as the scene; of several the one nearest to token `at`."""
    placed = [named for named in sentence.actors if named.actor.key not in gazetteer.place_of and _placed(sentence, named)]
    if conflict is not None:  # a third country must stand in the same clause: talks in Qatar, a day after a raid that killed ten
        placed = [
            named
            for named in placed
            if conflict.side_of(named.actor.key)
            or _in_town(sentence, named)
            or "," not in sentence.lower[min(named.j, at) : max(named.i, at)]
        ]
    behind = [named for named in placed if named.i > at]
    if behind:  # jihadists killed nine men in Mali and abducted 12 in Niger
        placed = [named for named in placed if named.i > at or _CLAUSES.isdisjoint(sentence.lower[named.j : at])]
    if placed:
        return min(placed, key=lambda named: abs(named.i - at)).actor.key
    named_places = (named for named in sentence.actors if named.actor.kind == "place" and "-" not in _tail(sentence, named))
    return next((named.actor.key for named in named_places), None)


def _tail(sentence: Sentence, named: Named) -> str:
    """What the word of a name says behind the name: *-based* of *Geneva-based*."""
    word = sentence.words[named.j - 1]
    return word[word.rfind("-") :] if word.rpartition("-")[2] in _MADE else ""


def sited(sentence: Sentence, named: Named) -> bool:
    """Whether the name only says where a building or a quarter is: *a Baghdad market*."""
    return named.actor.kind in ("metonym", "place") and not _SITES.isdisjoint(sentence.lower[named.j : named.j + 1])


def _placed(sentence: Sentence, named: Named) -> bool:
    """*In southern Yemen*, *on Kharkiv*, *struck Gaza*."""
    if sited(sentence, named):
        return True
    if sentence.words[named.j - 1].endswith(("'s", "’s")) and not _DEEDS.isdisjoint(sentence.lower[named.j : named.j + 3]):
        return False  # in Israel's retaliatory strikes
    i = named.i
    if _in_town(sentence, named):
        return True
    while i > 1 and (sentence.lower[i - 1] in QUARTERS or (sentence.lower[i - 1] == "and" and sentence.lower[i - 2] in QUARTERS)):
        i -= 1
    if 0 < i < named.i and sentence.lower[i - 1] in (_PLACED if i == named.i - 1 else _WITHIN_PARTS):
        return True
    before = sentence.lower[max(0, named.i - 2) : named.i]
    placed = bool(before) and (before[-1] in _PLACED or before in (["of", "the"], ["in", "the"], ["on", "the"]))
    if named.actor.kind == "demonym":  # in the Syrian city of Idlib
        return placed and not _SPOTS.isdisjoint(sentence.lower[named.j : named.j + 3])
    governed = named.actor.kind in ("metonym", "name") and before[-1:] and before[-1] in _WITHIN
    return placed and bool(named.actor.kind == "place" or governed)


def _in_town(sentence: Sentence, named: Named) -> bool:
    """*In Fotokol, Cameroon*: a country behind a town that nobody here knows."""
    i = named.i
    if i < _TOWN or named.actor.kind != "name" or sentence.lower[i - 1] != "," or not sentence.words[i - 2][0].isupper():
        return False
    k = i - 2
    if sentence.lower[k] in _CALENDAR:
        return False  # in December, Russia fired
    while k > i - 2 - _TOWN and k > 0 and sentence.words[k][0].isupper():
        k -= 1
    return sentence.lower[k] in ("in", "at", "near", "on", "outside", "around")


def _strikes(sentence: Sentence, named: Named) -> bool:
    """*A Russian strike*, *shelling by the Russian army*."""
    behind = sentence.lower[max(0, named.i - 4) : named.i]
    if "administration" in sentence.lower[named.j : named.j + 4]:
        return False  # Kyiv's Military Administration governs
    return not STRUCK.isdisjoint(sentence.lower[named.j : named.j + 2]) or ("by" in behind[-2:] and not STRUCK.isdisjoint(behind))
