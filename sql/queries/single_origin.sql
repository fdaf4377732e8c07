-- Which figures rest on a single origin?
-- One row is a figure of an event behind which one origin stands, however many reports carry it; those with most reports first.
-- Takes: metric text = none: only this metric
-- Takes: reports integer = 1: only figures in at least so many reports
-- Example: reports=2
select
    event,
    metric,
    stage,
    low,
    high,
    bound,
    unit,
    basis,
    party,
    category,
    reports,
    publishers,
    published
from support
where origins = 1
    and reports >= $reports
    and ($metric::varchar is null or metric = $metric)
order by support.reports desc, event, metric, stage, low, high, bound, basis nulls first, party nulls first, category nulls first;
