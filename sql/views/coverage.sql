-- One row is an outlet and a metric that it gives figures for: in how many claims, reports and events. Where it gives none there is no row.
-- Kept as a view, since it is only looked at.
-- Reads: placements
select
    publisher,
    metric,
    count(*) as claims,
    count(distinct report_id) as reports,
    count(distinct event_id) as events,
    count(distinct report_id) filter (original_publisher <> publisher) as reprints,
    min(published) as published,
    max(published) as last_published
from placements
group by publisher, metric
