-- What was proposed, agreed and done, and when?
-- One row is a stage of an event, in the order of its days. Where the days are only those of publication, day_basis says so.
-- Takes: kind text = none: only events of this kind: exchange, talks, ceasefire, attack, deployment, deportation, return
-- Takes: sides text = none: only this conflict, as RU-UA
-- Takes: since date = none: only what ended on this day or later
-- Takes: until date = none: only what began on this day or earlier
-- Example: kind=exchange
select
    day_from,
    day_to,
    day_basis,
    event,
    stage,
    position_of,
    reports,
    origins
from event_stages
where ($kind::varchar is null or event_kind = $kind)
    and ($sides::varchar is null or sides = $sides)
    and ($since::date is null or day_to >= $since)
    and ($until::date is null or day_from <= $until)
order by day_from nulls last, day_to, event, stage, position_of nulls first;
