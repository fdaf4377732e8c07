-- What was said of an event, and when?
-- One row is a voice's figure, in the order in which it was first published.
-- Takes: event text: the event's id, or a part of its name
-- Takes: metric text = none: only this metric
-- Example: event=round 2
select
    published,
    event,
    metric,
    stage,
    low,
    high,
    bound,
    unit,
    coalesce(speaker, original_publisher, publisher, 'an unnamed outlet') as who,
    speaker_side as side,
    reports,
    origins,
    quote
from voices
where (event_id = $event or contains(lower(event), lower($event)))
    and ($metric::varchar is null or metric = $metric)
order by published nulls last, event, metric, stage, low, high, bound, who;
