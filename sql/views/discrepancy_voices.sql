-- One row is a voice's figure in one report, in a discrepancy: who says it, where, in which words. Repeats within the report are one row.
-- Kept by realm: a load renews only what it touches.
-- Reads: found_discrepancies findings quoted_claims
select
    discrepancies.id,
    list(quoted_claims.claim_id order by quoted_claims.start, quoted_claims.claim_id) as claim_ids,
    quoted_claims.voice,
    any_value(claims.speaker) as speaker,
    any_value(quoted_claims.speaker_side) as speaker_side,
    any_value(claims.publisher) as publisher,
    any_value(claims.original_publisher) as original_publisher,
    any_value(quoted_claims.published) as published,
    arg_min(claims.origin, quoted_claims.start) as origin,
    quoted_claims.low,
    quoted_claims.high,
    quoted_claims.bound,
    quoted_claims.basis,
    quoted_claims.party,
    quoted_claims.category,
    quoted_claims.status,
    arg_min(claims.quote, quoted_claims.start) as quote,
    arg_min(claims.quote_start, quoted_claims.start) as quote_start,
    min(quoted_claims.start) as start,
    arg_min(claims."end", quoted_claims.start) as "end",
    any_value(claims.title) as title,
    any_value(quoted_claims.report_id) as report_id,
    any_value(quoted_claims.origin_id) as origin_id,
    any_value(quoted_claims.position_of) as position_of,
    any_value(quoted_claims.from_date) as from_date,
    any_value(quoted_claims.to_date) as to_date,
    bool_or(quoted_claims.part_of is not null) as is_part,
    any_value(quoted_claims.report_id <> quoted_claims.newest_id) as older_version,
    any_value(discrepancies.realm) as realm
from found_discrepancies as discrepancies
join findings using (kind, key_group)
join quoted_claims using (claim_id)
join claims using (claim_id)
group by
    discrepancies.id, quoted_claims.report_id, quoted_claims.voice, quoted_claims.low, quoted_claims.high, quoted_claims.bound, quoted_claims.basis,
    quoted_claims.party, quoted_claims.category, quoted_claims.status, quoted_claims.from_date, quoted_claims.to_date
