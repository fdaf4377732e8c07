-- Who says what about a metric?
-- One row is a voice's figure on one event, from the lowest to the highest.
-- Takes: metric text: the metric, as `parley metrics` lists them
-- Takes: event text = none: only events of this id, or with this in their name
-- Takes: side text = none: only voices of this side
-- Takes: since date = none: only what was published on this day or later
-- Example: metric=prisoners_exchanged
select
    event,
    stage,
    coalesce(speaker, original_publisher, publisher, 'an unnamed outlet') as who,
    speaker_side as side,
    low,
    high,
    bound,
    unit,
    basis,
    party,
    category,
    published,
    reports,
    origins,
    quote
from voices
where metric = $metric
    and ($event::varchar is null or event_id = $event or contains(lower(event), lower($event)))
    and ($side::varchar is null or speaker_side = $side)
    and ($since::date is null or last_published >= $since)
order by event, stage, low, high, bound, published nulls last, who;
