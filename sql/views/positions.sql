-- One row is a distinct figure on one key: what was said, whoever says it.
-- Reads: sayings
-- Kept by realm: a load renews only what it touches.
select
    position,
    any_value(columns(* exclude (
        position, voice, speaker_side, attributed, published, last_published, deal, settled, first_claim, claim_ids, report_ids, origin_ids
    ))),
    count(*) as voices,
    min(voice) as first_voice,
    min(published) as published,
    max(last_published) as last_published,
    min(deal) as deal,
    list_sort(list_distinct(flatten(list(report_ids)))) as report_ids,
    bool_or(settled) as settled,
    bool_or(attributed) as attributed
from sayings
group by position
