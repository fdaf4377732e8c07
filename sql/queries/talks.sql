-- What is told of each round of talks?
-- One row is a figure of a round: how long it lasted, how many came, on whose side.
-- Takes: sides text = none: only this conflict, as RU-UA
-- Takes: round integer = none: only this round
-- Example:
select
    events.sides,
    events.round,
    events.event_from,
    events.event_to,
    metric,
    stage,
    party,
    low,
    high,
    bound,
    unit,
    coalesce(speaker, original_publisher, publisher, 'an unnamed outlet') as who,
    speaker_side as side,
    origins,
    quote
from events
join voices using (event_id)
where events.event_kind = 'talks'
    and family <> 'ordinal'
    and ($sides::varchar is null or events.sides = $sides)
    and ($round::integer is null or events.round = $round)
order by events.event_from nulls last, events.sides, events.round, metric, party nulls first, low, high, bound, who;
