-- One row is a distinct figure on one key (event, metric, stage, basis, party, category, days) with what it rests on: its reports, and the
-- independent origins behind them.
-- Kept by realm: a load renews only what it touches.
-- Reads: positions placed_claims events
with figures as (
    select
        position,
        first_value(position) over (
            partition by event_id, metric, stage, position_of, basis, party, category, occasion_from, occasion_to, low, high, bound
            order by position
        ) as figure
    from positions
    where family <> 'ordinal' and stage <> 'denied'
),

carried as (
    select
        figure,
        count(distinct origin_id) as origins,
        count(distinct report_id) as reports,
        count(distinct voice) as voices,
        list_sort(list(distinct publisher) filter (publisher is not null)) as publishers,
        min(published) as published,
        max(published) as last_published
    from placed_claims
    join figures using (position)
    group by figure
)

select
    positions.event_id,
    events.event,
    positions.event_kind,
    positions.sides,
    positions.metric,
    positions.stage,
    positions.position_of,
    positions.basis,
    positions.party,
    positions.category,
    positions.occasion_from,
    positions.occasion_to,
    positions.low,
    positions.high,
    positions.bound,
    positions.unit,
    carried.* exclude (figure),
    positions.realm
from carried
join positions on positions.position = carried.figure
join events using (event_id)
