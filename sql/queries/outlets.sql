-- What does each outlet report on?
-- One row is an outlet and a metric that it gives figures for; where it gives none there is no row.
-- Takes: publisher text = none: only this outlet
-- Takes: metric text = none: only this metric
-- Example: metric=prisoners_exchanged
select
    coalesce(publisher, 'an unnamed outlet') as outlet,
    metric,
    claims,
    reports,
    events,
    reprints,
    published,
    last_published
from coverage
where ($publisher::varchar is null or publisher = $publisher)
    and ($metric::varchar is null or metric = $metric)
order by outlet, metric;
