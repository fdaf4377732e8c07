-- One row is a distinct figure on one key (event, metric, stage, basis, party, category, days) with what it rests on: its reports, and the
-- independent origins behind them.
-- Kept as a view, since it is only looked at.
-- Reads: placements events
select
    event_id,
    any_value(event) as event,
    any_value(placements.event_kind) as event_kind,
    any_value(placements.sides) as sides,
    metric,
    stage,
    position_of,
    basis,
    party,
    category,
    occasion_from,
    occasion_to,
    low,
    high,
    bound,
    any_value(unit) as unit,
    count(distinct origin_id) as origins,
    count(distinct report_id) as reports,
    count(distinct voice) as voices,
    list_sort(list(distinct publisher) filter (publisher is not null)) as publishers,
    min(published) as published,
    max(published) as last_published,
    list(claim_id order by published, claim_id) as claim_ids
from placements
join events using (event_id)
where family <> 'ordinal' and stage <> 'denied'
group by event_id, metric, stage, position_of, basis, party, category, occasion_from, occasion_to, low, high, bound
