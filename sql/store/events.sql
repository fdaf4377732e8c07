-- One row is an event with what is counted of it, the earliest first; an event with no day stands by the days on which it was spoken of.
with witnessed as (
    select
        event_id,
        count(distinct origin_id) as origins,
        list_sort(list(distinct metric)) as metrics
    from placed_claims
    group by event_id
),

disputed as (
    select
        event_id,
        count(*) as discrepancies,
        count(*) filter (severity = 'conflict') as conflicts
    from discrepancies
    group by event_id
)

select
    events.event_id,
    events.event,
    events.event_kind,
    events.sides,
    events.place,
    events.event_from,
    events.event_to,
    events.deal_date,
    events.round,
    events.told_from,
    events.told_to,
    witnessed.metrics,
    events.claims,
    events.reports,
    witnessed.origins,
    coalesce(disputed.discrepancies, 0) as discrepancies,
    coalesce(disputed.conflicts, 0) as conflicts
from events
join witnessed using (event_id)
left join disputed using (event_id)
order by coalesce(events.event_from, events.deal_date, events.told_from) nulls last, events.event, events.event_id;
