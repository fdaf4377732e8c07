-- What is new, changed or settled since a run. Where a figure is added, the discrepancy has a new id: one of the same kind, metric, stage and event
-- that stands no more is what it was before.
-- Takes: run
with then_stood as (
    select *
    from discrepancy_history
    where first_run <= $run and coalesce(last_run >= $run, true)
),

stand as (
    select *
    from discrepancy_history
    where last_run is null
),

gone as (
    select *
    from then_stood
    where id not in (select id from stand)
),

former as (
    select kind, metric, stage, event_id, string_agg(figures, ', ' order by figures) as figures
    from gone
    group by all
)

select
    stand.*,
    if(then_stood.id is null and former.figures is null, 'new', 'changed') as change,
    former.figures as before_figures,
    then_stood.claims as before_claims
from stand
left join then_stood using (id)
left join former
    on then_stood.id is null
    and former.kind = stand.kind
    and former.metric = stand.metric
    and former.stage = stand.stage
    and former.event_id = stand.event_id
where then_stood.content is distinct from stand.content
union all
select
    gone.*,
    'settled',
    null,
    null
from gone
where not exists (
    select 1
    from stand
    where stand.kind = gone.kind and stand.metric = gone.metric and stand.stage = gone.stage and stand.event_id = gone.event_id
)
order by change, event_from nulls last, event, metric, kind, id;
