"""The whole extraction over texts made to be slow: `python -m benchmarks.worst [MB…]`. Twice the text may take twice the time, not more."""

from __future__ import annotations

import random
import sys
import time

from metrics import read
from metrics.claims import catalogue
from metrics.claims.catalogue import Catalogue
from metrics.extract import extract
from metrics.model import Document

_NEWS = "Russia and Ukraine exchanged 300 prisoners of war each on Friday, June 6, the defence ministry said. "

# What is repeated to the length wanted.
WORST = {
    "one line": _NEWS,
    "one sentence": _NEWS.replace(". ", " and "),
    "a line a sentence": _NEWS.replace(". ", ".\n"),
    "carriage returns": _NEWS.replace(". ", ".\r\n"),
    "capitals": _NEWS.upper(),
    "no spaces": _NEWS.replace(" ", "\u00a0"),
    "Ukrainian": "Україна та Росія обміняли 300 військовополонених у п'ятницю, 6 червня, повідомило міністерство оборони. ",
    "Arabic": "أعلنت وزارة الدفاع تبادل ٣٠٠ أسير حرب يوم الجمعة ٦ يونيو. ",
    "Chinese": "两国周五交换了300名战俘。",
    "mixed scripts": "Росія freed 300 полонених of war 6 червня, said the міністерство. ",
    "right-to-left marks": "\u200fRussia\u200e freed \u202b300\u202c prisoners\u200f. ",
    "open quotations": "“300 prisoners were freed, ",
    "straight quotations": '"300 prisoners" ',
    "single quotations": "'300 prisoners' ‘",
    "brackets": "((((300 prisoners)))) ",
    "photo credits": "(Olena Marko/AP) ",
    "linked headlines": "Read more: 300 freed\n",
    "names": "Vladimir Putin and Volodymyr Zelenskyy and ",
    "names as outlets": "Reuters\n2 days ago\n",
    "speakers": "They said, he said, the ministry said 12 soldiers were killed. ",
    "months": "May 2 to June ",
    "years": "since the early 2014-2022, ",
    "digits": "1234567890",
    "numbers": "300 ",
    "figures with verbs": "killed and wounded 300 freed ",
    "parts": "including 30 civilians, 40 soldiers, ",
    "a list": "\n- 12 soldiers",
    "stops": ".",
    "stops within words": "...a",
    "blank lines": " \n",
}
NOISE = "|l1I0O~^;:.,\"'’“—\u00ad\u200b\ufeff"  # what scanners make of letters and spaces


def text(name: str, size: int) -> str:
    """A worst text of `size` characters; *noise* is news with every eleventh character misread, *signs* is signs at random."""
    chance = random.Random(size)
    if name == "signs":
        return "".join(chance.choice("aA1.,;:!?\"'“”‘’()[]-–—/%$ \n\t\r\u2028\u0301\u202e\U0001f600\0é") for _ in range(size))
    unit = WORST.get(name, _NEWS)
    found = (unit * (size // len(unit) + 1))[:size]
    if name == "noise":
        return "".join(chance.choice(NOISE) if i % 11 == 5 else sign for i, sign in enumerate(found))
    return found


def seconds(name: str, size: int, known: Catalogue) -> float:
    """Processor seconds from text to claims."""
    document = Document("d-worst", name, text(name, size), "")
    start = time.process_time()
    for report in read.reports(document):
        extract(report, known)
    return time.process_time() - start


def main(megabytes: list[float]) -> None:
    """Prints the seconds for each size of each worst text, and how many times as long the longest took as the one before it."""
    known = catalogue.load()
    seconds("one line", 100_000, known)
    print("seconds for".ljust(22), *(f"{size:g} MB".rjust(8) for size in megabytes), "   grows by")
    for name in [*WORST, "noise", "signs"]:
        times = [seconds(name, int(size * 1e6), known) for size in megabytes]
        grown = times[-1] / max(times[-2], 1e-9) if len(times) > 1 else 1.0
        print(name.ljust(22), *(f"{taken:8.2f}" for taken in times), f"{grown:8.1f}")


if __name__ == "__main__":
    main([float(size) for size in sys.argv[1:]] or [0.125, 0.25, 0.5])
