-- One row is a claim of a report's older version that the newest gives another figure for: placed where that one is, for its words alone. No event, pair
-- or count has it.
-- Reads: edits placed_claims intervals
-- Kept by realm: a load renews only what it touches.
select
    placed_claims.* replace (
        claims.claim_id as claim_id,
        claims.report_id as report_id,
        claims.start as start,
        claims.speaker as speaker,
        claims.speaker_side as speaker_side,
        claims.publisher as publisher,
        claims.original_publisher as original_publisher,
        claims.published as published,
        claims.low as low,
        claims.high as high,
        claims.bound as bound,
        null as part_of,
        false as ambiguous,
        intervals.interval_low as interval_low,
        intervals.low_open as low_open,
        intervals.interval_high as interval_high,
        intervals.high_open as high_open,
        intervals.rounded_low as rounded_low,
        intervals.rounded_high as rounded_high
    ),
    placed_claims.report_id as newest_id
from edits
join placed_claims on placed_claims.claim_id = edits.newest_ids[1]
join claims on claims.claim_id = edits.claim_id
join intervals on intervals.low = claims.low and intervals.high = claims.high and intervals.bound = claims.bound
