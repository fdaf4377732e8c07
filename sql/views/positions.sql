-- One row is a distinct figure on one key: what was said, whoever says it.
-- Reads: voices
select
    position,
    any_value(columns(* exclude (
        position, voice, speaker, speaker_side, publisher, original_publisher, published, last_published, status, quote, claim_id, claim_ids,
        report_ids, reports, origins, deal
    ))),
    count(*) as voices,
    min(voice) as first_voice,
    min(published) as published,
    max(last_published) as last_published,
    min(deal) as deal,
    list_distinct(flatten(list(report_ids))) as report_ids,
    bool_or(status <> 'planned') as settled
from voices
group by position
