-- How do the running totals run?
-- One row is a running total as one voice gives it for one day, with what it rose by since that voice's last; a fall is below zero.
-- Takes: metric text = none: only this metric
-- Takes: sides text = none: only this conflict, as RU-UA
-- Example:
select
    metric,
    sides,
    party,
    voice,
    speaker_side as side,
    period_from,
    day,
    low,
    high,
    bound,
    unit,
    low - lag(low) over (partition by metric, sides, party, basis, category, period_from, voice order by day, low) as rose_by,
    reports,
    origins
from running_totals
where ($metric::varchar is null or metric = $metric)
    and ($sides::varchar is null or sides = $sides)
order by metric, sides nulls last, party nulls first, voice, period_from nulls first, day nulls last, low;
