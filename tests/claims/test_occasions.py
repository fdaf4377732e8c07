"""When the event of a figure takes place, read on Wednesday 28 May 2025: short texts of our own."""

from __future__ import annotations

from datetime import date

import pytest

from metrics.claims import catalogue
from metrics.claims.trial import read

CATALOGUE = catalogue.load()
WEDNESDAY = date(2025, 5, 28)


def days(text: str, low: float) -> str:
    """The days of the first claim whose number is `low`: *first/last*, one day where they are equal, nothing where there are none."""
    made = read(text, CATALOGUE, WEDNESDAY)
    found = next((claim for claim in made if claim.low == low), None)
    assert found is not None, [(claim.metric, claim.low) for claim in made]
    ends = [day.isoformat() if day else "" for day in (found.event_from, found.event_to)]
    return ends[0] if ends[0] == ends[1] else "/".join(ends)


@pytest.mark.parametrize(
    ("text", "low", "expected"),
    [
        # the day before what the sentence begins with
        ("Iran and Israel traded fire. The vote comes a day after Israeli strikes killed 31 people in Isfahan.", 31, "2025-05-27"),
        ("Envoys of Pakistan and India meet on Monday, two days after Indian shells killed 14 people in Lahore.", 14, "2025-05-24"),
        ("Russia killed 14 people in Ukraine on Tuesday, a day after the sides met.", 14, "2025-05-27"),
        ("In the war with Israel 61 people were killed and 208 wounded in Gaza in the past 24 hours.", 208, "2025-05-27/2025-05-28"),
        ("Russia struck on Tuesday. Ukraine said strikes earlier in the week had killed 19 people in Sumy.", 19, "2025-05-26/2025-05-28"),
        # a day that dates something else
        ("A Russian missile killed 34 people in Sumy in Ukraine on Palm Sunday.", 34, ""),
        ("Russia and Ukraine swapped 140 prisoners of war in advance of Orthodox Easter.", 140, ""),
        (
            "Putin ordered a 36-hour ceasefire in Ukraine for a feast, from midday on 2 June to midnight on 3 June.",
            1.5,
            "2025-06-02/2025-06-03",
        ),
        ("The truce in Ukraine that Russia proposed would last 36 hours.", 1.5, ""),
        ("Kyiv plans to free 70 Russian prisoners of war in answer to Sunday's offer.", 70, ""),
        ("On March 3, 2025, Kyiv announced its losses in the war with Russia: 31,400 soldiers killed.", 31_400, ""),
        ("Tens of thousands have been killed in the war that erupted in April 2023 between Sudan's army and the RSF.", 20_000, ""),
        ("The war between Russia and Ukraine has killed 9,100 civilians since it began in February 2022.", 9_100, "2022-02-01/2025-05-28"),
        ("The second round of talks between Kyiv and Moscow follows a meeting held on May 16.", 2, ""),
        ("The second round of talks between Kyiv and Moscow changed little against the first, held on May 16.", 2, ""),
        ("Last month marked 40 years since the 1983 attack on a base in Beirut, which killed 241 people.", 241, "1983-01-01/1983-12-31"),
        ("In April, Russia and Ukraine agreed to exchange the bodies of 5,000 soldiers each.", 5000, ""),
        # up to a day, since a day, before the day that is told
        ("Until Friday at least 43 civilians had been killed in Ukraine by Russian strikes.", 43, "/2025-05-23"),
        ("The UN confirmed that over 12,100 Ukrainian civilians had been killed by the end of 2024.", 12_100, "/2024-12-31"),
        ("Israel hit Lebanon hardest since it made peace with Hezbollah last week, killing 11 people on Monday.", 11, "2025-05-26"),
        ("Since the February 2022 invasion Russia has deported 19,400 Ukrainian children.", 19_400, ""),
        ("Russia struck Sumy on Monday. Dozens of Ukrainians have been killed in its attacks over the last few weeks.", 24, ""),
        ("Russia hit Kyiv on Monday. Three people were killed in one of the biggest strikes since the war began.", 3, "2025-05-26"),
        ("Russia and Ukraine swapped 307 prisoners each on Saturday, after an earlier swap of 390 on each side.", 390, ""),
        ("On May 23, Hamas freed 13 Israelis and 12 Thai workers, on May 24 — 17 Israelis.", 12, "2025-05-23"),
        ("The strikes on Monday come a week after 12 people were killed by Russian missiles in Sumy.", 12, "2025-05-19"),
        ("Russia hit Sumy in June 2024; 241 men were killed, the deadliest day since a battle of 1945.", 241, "2024-06-01/2024-06-30"),
        ("This year Russia killed 160 people in Sumy. Ukraine has killed 29 Russians during that time.", 29, ""),
        ("Russia said on its page at about noon on Tuesday that the toll of Monday's raid in Kursk was 19 dead.", 19, "2025-05-26"),
        ("On May 26 Kyiv and Moscow swapped prisoners after a swap on May 10. That saw 152 Russians go home.", 152, "2025-05-10"),
        ("Russia lost five soldiers in Ukraine on Friday, bringing its total toll to 1,020.", 1020, ""),
        ("The truce signed on Saturday ended 20 days of intense fighting that killed 103 people in Ukraine.", 103, ""),
        ("It was the largest swap since 2010, when Russia exchanged 14 prisoners.", 14, "2010-01-01/2010-12-31"),
        ("The Taliban signed with America. The Afghan government has released 310 Taliban prisoners since Friday.", 310, "/2025-05-28"),
        ("It was calm in Kashmir on Tuesday, a day after Indian and Pakistani shells left five men and eight boys dead.", 8, "2025-05-26"),
        ("Pakistan on Monday admitted that seven of its soldiers were killed by Indian fire in Kashmir on Sunday.", 7, "2025-05-25"),
        ("It was the second round of talks between Kyiv and Moscow in the past month.", 2, ""),
        ("Israel has bombed Gaza since the attack of May 12, which killed 44 people there.", 44, "2025-05-12"),
        # years
        ("In a deal with Hezbollah in 2004, Israel freed about 430 prisoners.", 430, "2004-01-01/2004-12-31"),
        ("Israel freed 430 prisoners, among them a man captured in a raid in 2004.", 430, ""),
        ("Israel freed 31 prisoners taken in 2004 or later.", 31, ""),
        ("He was jailed for the deaths of 23 Israelis in a 1978 attack on a bus.", 23, "1978-01-01/1978-12-31"),
        ("Israel will free 42 prisoners for Hamas hostages on Friday. 42 Palestinians are to be freed by Israel.", 42, "2025-05-30"),
        ("Qatar spoke of the second swap since a four-day ceasefire in Gaza took effect on Monday.", 4, "2025-05-26"),
        ("The war in Ukraine goes on. Ukraine has brought back 1,240 children from Russia, it said on Tuesday.", 1240, "/2025-05-28"),
        # the day of the report, and of the sentence before
        (
            "Pakistan freed 37 Indian fishermen, an official said Tuesday. India welcomed it. Both sides have fought wars. "
            "Two soldiers died on Sunday in Kashmir.",
            37,
            "2025-05-27",
        ),
        ("(Agency) 08:14, May 28, 2025\n\nRussia and Ukraine held a swap, Kyiv said on Tuesday. Both freed 10 soldiers.", 10, "2025-05-27"),
        ("Talks between Kyiv and Moscow were held on Monday. 1,100 prisoners were exchanged by Ukraine and Russia.", 1100, ""),
        ("On Monday Kyiv and Moscow held a swap. They are at war. It is long. Kyiv got 44 soldiers back.", 44, "2025-05-26"),
        ("The king of Jordan spoke on Tuesday. He likes tea. It is cold. So it is. In Gaza Israel killed four people.", 4, ""),
        ("At least 38 people were killed by the RSF in Sudan. In a separate attack on Monday it killed nine people.", 38, ""),
        ("On the night of May 27 Russia and Ukraine swapped prisoners. Ukraine got back 215 soldiers.", 215, "2025-05-27"),
        ("On Monday Al-Shabab hit troops in Somalia. “We were hit today,” he said. It said 39 soldiers were killed.", 39, "2025-05-26"),
    ],
)
def test_days(text: str, low: float, expected: str) -> None:
    assert days(text, low) == expected
