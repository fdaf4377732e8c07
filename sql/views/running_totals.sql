-- One row is a running total as one voice gives it for one day.
-- Kept as a view, since it is only looked at.
-- Reads: placements
select
    metric,
    sides,
    event_kind,
    party,
    basis,
    category,
    day,
    event_from as period_from,
    low,
    high,
    bound,
    unit,
    voice,
    any_value(speaker) as speaker,
    any_value(speaker_side) as speaker_side,
    arg_min(publisher, (published, claim_id)) as publisher,
    min(published) as published,
    count(distinct report_id) as reports,
    count(distinct origin_id) as origins,
    list(claim_id order by published, claim_id) as claim_ids
from placements
where family = 'total' and status <> 'denied'
group by metric, sides, event_kind, party, basis, category, day, event_from, low, high, bound, unit, voice
