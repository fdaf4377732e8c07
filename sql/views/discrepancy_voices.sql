-- One row is a voice's figure in one report, in a discrepancy: who says it, where, in which words. Repeats within the report are one row.
-- Kept by realm: a load renews only what it touches.
-- Reads: found_discrepancies findings placed_claims
select
    discrepancies.id,
    list(placed_claims.claim_id order by placed_claims.start, placed_claims.claim_id) as claim_ids,
    placed_claims.voice,
    any_value(claims.speaker) as speaker,
    any_value(placed_claims.speaker_side) as speaker_side,
    any_value(claims.publisher) as publisher,
    any_value(claims.original_publisher) as original_publisher,
    any_value(placed_claims.published) as published,
    arg_min(claims.origin, placed_claims.start) as origin,
    placed_claims.low,
    placed_claims.high,
    placed_claims.bound,
    placed_claims.basis,
    placed_claims.party,
    placed_claims.category,
    placed_claims.status,
    arg_min(claims.quote, placed_claims.start) as quote,
    arg_min(claims.quote_start, placed_claims.start) as quote_start,
    min(placed_claims.start) as start,
    arg_min(claims."end", placed_claims.start) as "end",
    any_value(claims.title) as title,
    any_value(placed_claims.report_id) as report_id,
    any_value(placed_claims.origin_id) as origin_id,
    any_value(placed_claims.position_of) as position_of,
    any_value(placed_claims.from_date) as from_date,
    any_value(placed_claims.to_date) as to_date,
    bool_or(placed_claims.part_of is not null) as is_part,
    any_value(discrepancies.realm) as realm
from found_discrepancies as discrepancies
join findings using (kind, key_group)
join placed_claims using (claim_id)
join claims using (claim_id)
group by
    discrepancies.id, placed_claims.report_id, placed_claims.voice, placed_claims.low, placed_claims.high, placed_claims.bound, placed_claims.basis,
    placed_claims.party, placed_claims.category, placed_claims.status, placed_claims.from_date, placed_claims.to_date
