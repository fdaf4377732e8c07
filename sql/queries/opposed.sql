-- Where do the sides of a conflict say different things?
-- One row is what one side says of a thing that the other side speaks of too: its lowest and its highest figure.
-- Takes: sides text = none: only this conflict, as RU-UA
-- Takes: metric text = none: only this metric
-- Example:
select
    event,
    metric,
    stage,
    party,
    category,
    occasion_from,
    occasion_to,
    side,
    low,
    high,
    array_to_string(bounds, ', ') as bound,
    unit,
    first_voice,
    voices,
    published
from opposing_sides
where ($sides::varchar is null or sides = $sides)
    and ($metric::varchar is null or metric = $metric)
order by event, metric, stage, position_of nulls first, party nulls first, category nulls first, occasion_from nulls first, occasion_to, side;
