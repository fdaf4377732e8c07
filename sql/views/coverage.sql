-- One row is an outlet and a metric that it gives figures for: in how many claims, reports and events. Where it gives none there is no row.
-- Kept as a view, since it is only looked at.
-- Reads: placed_claims
with told as (
    select
        publisher,
        metric,
        report_id,
        count(*) as claims,
        bool_or(original_publisher <> publisher) as reprinted,
        min(published) as published,
        max(published) as last_published
    from placed_claims
    group by publisher, metric, report_id
),

spoken_of as (
    select
        publisher,
        metric,
        count(distinct event_id) as events
    from placed_claims
    group by publisher, metric
)

select
    told.publisher,
    told.metric,
    cast(sum(told.claims) as bigint) as claims,
    count(*) as reports,
    any_value(spoken_of.events) as events,
    count(*) filter (told.reprinted) as reprints,
    min(told.published) as published,
    max(told.last_published) as last_published
from told
join spoken_of on spoken_of.metric = told.metric and spoken_of.publisher is not distinct from told.publisher
group by told.publisher, told.metric
