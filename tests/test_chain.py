"""The exchanges of May and June 2025, the whole way from 15 reports of our own: deals, stages, what was delivered, and the one conflict.

A thousand for each side agreed on 16 May comes home in three stages; of 6,000 bodies agreed on 2 June 6,057 are handed over in five,
and Russia says 6,060. The last report is a copy, and another gives the stages over again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from metrics import pipeline
from metrics.claims import catalogue
from metrics.model import Problem
from metrics.store import Store

HARBOUR, COURIER, TRIBUNE, ECHO = "The Harbour Gazette", "Northern Courier", "Valley Tribune", "Daily Echo of the Coast"
STAFF = "the Coordination Headquarters for the Treatment of Prisoners of War"
LAST = (
    "Ukraine received 1,245 bodies on Monday, the last transfer under the Istanbul agreements, Interior Minister Ihor Klymenko said. "
    "In all, Ukraine has received the bodies of 6,057 soldiers under the deal, Klymenko said."
)
REPORTS = [
    (
        "2025-05-16",
        HARBOUR,
        "Istanbul talks end with a deal on prisoners",
        "Russia and Ukraine agreed on Friday to exchange 1,000 prisoners of war each, the head of the Ukrainian delegation, "
        "Rustem Umerov, said after the first round of talks in Istanbul.",
    ),
    (
        "2025-05-16",
        COURIER,
        "Moscow confirms exchange",
        "The two sides agreed to swap 1,000 prisoners of war each, Vladimir Medinsky said in Istanbul on Friday. It is expected"
        " within days.",
    ),
    (
        "2025-05-23",
        HARBOUR,
        "First stage of the big exchange",
        "Russia and Ukraine each released 390 people on Friday, the Russian Defence Ministry said. It was the first stage of "
        "the exchange agreed in Istanbul on May 16.",
    ),
    (
        "2025-05-24",
        TRIBUNE,
        "Another 307 on each side go home",
        "Ukraine and Russia swapped 307 prisoners of war each on Saturday, Volodymyr Zelensky said.",
    ),
    (
        "2025-05-25",
        COURIER,
        "Last stage of the exchange",
        "Russia and Ukraine exchanged 303 prisoners of war each on Sunday, the third and last stage of the exchange. In all, "
        "1,000 people from each side came home over three days, the Russian Defence Ministry said.",
    ),
    (
        "2025-05-26",
        TRIBUNE,
        "1,000 are home",
        "Ukraine and Russia exchanged 1,000 prisoners each from May 23 to 25, as they had agreed in Istanbul on May 16: 390 on "
        "Friday, 307 on Saturday and 303 on Sunday.",
    ),
    (
        "2025-06-02",
        HARBOUR,
        "Second round ends within the afternoon",
        "At the second round of talks in Istanbul on Monday, Russia and Ukraine agreed to exchange 6,000 bodies of fallen "
        "soldiers each, Rustem Umerov said.",
    ),
    (
        "2025-06-02",
        COURIER,
        "Bodies to be handed over",
        "Russia will hand over 6,000 bodies of Ukrainian soldiers, Vladimir Medinsky said after the talks in Istanbul on Monday.",
    ),
    (
        "2025-06-11",
        TRIBUNE,
        "Ukraine receives its dead",
        f"Ukraine received the bodies of 1,212 soldiers on Wednesday, {STAFF} said. The repatriation was agreed in Istanbul on June 2.",
    ),
    (
        "2025-06-13",
        HARBOUR,
        "More dead come home",
        f"Russia returned 1,200 bodies to Ukraine on Friday, {STAFF} said.",
    ),
    (
        "2025-06-14",
        HARBOUR,
        "A second transfer in two days",
        f"Russia returned another 1,200 bodies to Ukraine on Saturday, {STAFF} said.",
    ),
    (
        "2025-06-15",
        COURIER,
        "Third transfer in a row",
        f"Ukraine received a further 1,200 bodies on Sunday, according to {STAFF}.",
    ),
    ("2025-06-16", TRIBUNE, "The last transfer", LAST),
    (
        "2025-06-16",
        COURIER,
        "Moscow counts its deliveries",
        "Russia has handed over 6,060 bodies of Ukrainian soldiers in all under the Istanbul agreements, Vladimir Medinsky said"
        " on Monday. Moscow received 78 bodies of its own soldiers, he said.",
    ),
    ("2025-06-17", ECHO, "The last transfer", LAST),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The reports, extracted and judged."""
    folder = tmp_path_factory.mktemp("chain")
    lines = [
        {"id": str(number), "published": day, "publisher": outlet, "title": title, "text": f"{title}\n\n{text}"}
        for number, (day, outlet, title, text) in enumerate(REPORTS)
    ]
    reports = folder / "reports.jsonl"
    reports.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    with Store(folder / "chain.duckdb") as store:
        for batch in pipeline.run([str(reports)], catalogue.load(), 1):
            assert not isinstance(batch, Problem)
            store.file(batch)
        yield store


def test_the_events(store: Store) -> None:
    assert sorted(row["event"] for row in store.events()) == [
        "exchange of 23–25 May 2025, RU-UA",
        "exchange of bodies agreed on 2 June 2025, RU-UA",
        "exchange of bodies of 11 June 2025, RU-UA",
        "exchange of bodies of 13–16 June 2025, RU-UA",
        "round 1 of talks, no day given, reported 16 May 2025, RU-UA",
        "round 2 of talks of 2 June 2025, RU-UA",
    ]


@pytest.mark.parametrize(
    ("metric", "received_by", "deal", "delivered"),
    [
        ("prisoners_exchanged", None, 1000, [390, 697, 1000]),
        ("bodies_repatriated", "UA", 6000, [1212, 2412, 3612, 4812, 6057]),
        ("bodies_repatriated", "RU", 6000, [78]),
    ],
)
def test_stage_by_stage_what_the_deal_delivered(
    store: Store, metric: str, received_by: str | None, deal: int, delivered: list[int]
) -> None:
    stages = store.frame("delivery_stages").sort("occasion_from").to_dicts()
    own = [
        row for row in stages if (row["metric"], row["received_by"], row["basis"]) == (metric, received_by, "per_side") and not row["spans"]
    ]
    assert {row["agreed_low"] for row in own} == {deal}
    assert [row["delivered_low"] for row in own] == delivered


def test_the_deal_of_may_is_carried_out(store: Store) -> None:
    agreed = [row for row in store.frame("agreements").to_dicts() if row["metric"] == "prisoners_exchanged"]
    assert [row["addends"] for row in agreed if row["how"] == "parts"] == [[390, 307, 303]]
    assert {(row["low"], row["stage"], row["origins"]) for row in agreed if row["how"] == "figure" and row["low"] == 1000} == {
        (1000, "agreed", 2),
        (1000, "completed", 2),
    }


def test_one_conflict_and_no_other(store: Store) -> None:
    conflicts = [row for row in store.discrepancies() if row["severity"] == "conflict"]
    assert [(row["kind"], row["metric"], row["gap"]) for row in conflicts] == [("value_conflict", "bodies_repatriated", 3)]
    voices = {(voice["speaker"], voice["speaker_side"], voice["low"]) for voice in conflicts[0]["voices"]}
    assert voices == {("Ihor Klymenko", "UA", 6057), ("Vladimir Medinsky", "RU", 6060)}


def test_a_copy_is_a_witness_only(store: Store) -> None:
    single = {row["voices"][0]["low"]: row for row in store.discrepancies() if row["kind"] == "single_origin"}
    assert set(single) == {1245, 6057}
    assert {(row["reports"], row["origins"]) for row in single.values()} == {(2, 1)}
