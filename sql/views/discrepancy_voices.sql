-- One row is a voice's figure in one report, in a discrepancy: who says it, where, in which words. Repeats within the report are one row.
-- Reads: discrepancies findings placements
select
    discrepancies.id,
    list(placements.claim_id order by placements.start, placements.claim_id) as claim_ids,
    placements.voice,
    any_value(placements.speaker) as speaker,
    any_value(placements.speaker_side) as speaker_side,
    any_value(placements.publisher) as publisher,
    any_value(claims.original_publisher) as original_publisher,
    any_value(placements.published) as published,
    arg_min(claims.origin, placements.start) as origin,
    placements.low,
    placements.high,
    placements.bound,
    placements.basis,
    placements.party,
    placements.category,
    placements.status,
    arg_min(claims.quote, placements.start) as quote,
    arg_min(claims.quote_start, placements.start) as quote_start,
    min(placements.start) as start,
    arg_min(claims."end", placements.start) as "end",
    any_value(claims.title) as title,
    any_value(placements.report_id) as report_id,
    any_value(placements.origin_id) as origin_id,
    any_value(placements.position_of) as position_of,
    any_value(placements.from_date) as from_date,
    any_value(placements.to_date) as to_date,
    bool_or(placements.part_of is not null) as is_part
from discrepancies
join findings using (kind, key_group)
join placements using (claim_id)
join claims using (claim_id)
group by
    discrepancies.id, placements.report_id, placements.voice, placements.low, placements.high, placements.bound, placements.basis,
    placements.party, placements.category, placements.status, placements.from_date, placements.to_date
