-- One row is a stretch of days on which something of one scope took place or is to: dates that meet or follow one another are one.
-- An agreed exchange dated on the day of the talks bears the talks' date, not its own.
-- Reads: event_policy statements rounds
with ranges as (
    select distinct
        scope,
        kind,
        from_date,
        to_date
    from statements
    join event_policy using (kind)
    where family in ('event', 'ordinal')
        and status not in ('proposed', 'denied')
        and to_date - from_date + 1 between 1 and greatest(wide, 1)
        and not (kind = 'exchange' and stage = 'agreed' and (sides, from_date) in (select (sides, round_from) from rounds))
),

reached as (
    select
        *,
        max(to_date) over (
            partition by scope order by from_date, to_date desc rows between unbounded preceding and 1 preceding
        ) as reach
    from ranges
),

numbered as (
    select
        reached.*,
        sum(
            case
                when reach is null then 1
                when contained then cast(to_date > reach as integer)
                else cast(from_date > reach + gap as integer)
            end
        ) over (partition by scope order by from_date, to_date desc) as island
    from reached
    join event_policy using (kind)
)

select
    scope,
    island,
    min(from_date) as island_from,
    max(to_date) as island_to
from numbered
group by scope, island
