"""Figures alone: speed over news of the usual density, and time over the worst texts: `python -m benchmarks.figures [MB…]`."""

from __future__ import annotations

import sys
import time

from benchmarks.news import dense
from metrics.figures import find

# Texts made to be slow: their time must grow as their length does.
WORST = {
    "only digits": "1234567890",
    "only hyphens": "-",
    "1, repeated": "1,",
    "number words": "one hundred and ",
    "hyphened words": "twenty-one-",
    "nested brackets": "((((1))))",
    "words that bound": "no more than ",
    "one sentence": "soldiers and ",
    "links": "http://a.b/1",
    "plain spaces": "123 ",
    "groups without end": ",234",
    "lakhs without end": ",23",
}
_FILLER = "Nobody in the town could say when the road would be open again. "


def usual(size: int) -> str:
    """Generated news with a figure every 150 characters or so: the dense sentences, each with plain ones around it."""
    parts: list[str] = []
    written = 0
    for document in dense(size):
        for line in document.text.splitlines():
            parts.append(line + " " + _FILLER * max(1, 3 * len(find(line)) // 2) + "\n")
            written += len(parts[-1])
        if written >= size:
            break
    return "".join(parts)[:size]


def seconds(text: str) -> tuple[float, int]:
    """Processor seconds that the figures of `text` take, the better of two runs, and how many there are."""
    best, count = float("inf"), 0
    for _ in range(2):
        start = time.process_time()
        count = len(find(text))
        best = min(best, time.process_time() - start)
    return best, count


def main(megabytes: list[float]) -> None:
    """Prints MB/s over usual news, then the seconds for each size of each worst text."""
    text = usual(1_000_000)
    taken, count = seconds(text)
    print(f"usual news: {len(text.encode()) / 1e6 / taken:.2f} MB/s, a figure every {len(text) / count:.0f} characters (goal 5)")
    print("seconds for", *(f"{size:g} MB" for size in megabytes), sep="  ")
    for name, unit in WORST.items():
        times = [seconds((unit * (int(size * 1e6) // len(unit) + 1))[: int(size * 1e6)])[0] for size in megabytes]
        print(f"{name:<18}", *(f"{each:7.2f}" for each in times))


if __name__ == "__main__":
    main([float(size) for size in sys.argv[1:]] or [1, 2, 4, 8])
