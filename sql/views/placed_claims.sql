-- One row is a claim that the judgements count, typed, with its event and with what it may be held against: claims of one key_group speak of one
-- event, metric and stage, claims of one position say the same of it. Its words are in the claim.
-- Reads: found_claims found_events event_merges event_splits intervals
-- Kept by realm: a load renews only what it touches.
with placed as not materialized (
    select
        found_claims.* exclude (found_key),
        found_events.found_id,
        coalesce(event_splits.event_id, event_merges.event_id, found_events.found_id) as event_id
    from found_claims
    join found_events using (found_key)
    left join event_merges using (found_id)
    left join event_splits using (claim_id)
),

grouped as not materialized (
    select
        *,
        hash(event_id, metric, stage, position_of) as key_group,
        hash(key_group, part, basis, party, category, spot, occasion_from, occasion_to) as aspect
    from placed
),

-- where one voice gives two numbers for one key in one report, neither is sure to be about it
wavering as (
    select aspect, report_id, voice
    from grouped
    group by aspect, report_id, voice
    having min(low) <> max(low) or min(high) <> max(high)
)

select
    grouped.* exclude (aspect),
    wavering.aspect is not null as unsure,
    hash(
        grouped.aspect, low, high, bound, dated, unilateral, unsure, case when how = 'state' then day end, period_from, broad
    ) as position,
    interval_low,
    low_open,
    interval_high,
    high_open,
    rounded_low,
    rounded_high
from grouped
join intervals using (low, high, bound)
left join wavering using (aspect, report_id, voice)
