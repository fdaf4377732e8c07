-- Who gave another figure later?
-- One row is a step of a voice: its figure, with the one that it gave before.
-- Takes: speaker text = none: only voices with this in their name
-- Takes: metric text = none: only this metric
-- Example:
select
    voice,
    speaker_side as side,
    event,
    metric,
    step,
    published,
    earlier_low,
    earlier_high,
    earlier_bound,
    low,
    high,
    bound,
    unit,
    quote
from revisions
where ($speaker::varchar is null or contains(lower(voice), lower($speaker)))
    and ($metric::varchar is null or metric = $metric)
order by voice, event, metric, step, low;
