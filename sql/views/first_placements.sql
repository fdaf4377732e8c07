-- One row is a claim with its event as its own words, its report and its publication give it: the key of the event, the days of it that the claim speaks of (its occasion), whether the claim's own
-- text or round dates it, and whether two events fit.
-- Reads: rules dated_statements slots islands
with slotted as (
    select
        dated_statements.*,
        slots.fitting,
        slots.islands,
        slots.island_from,
        slots.island_to
    from dated_statements
    left join slots
        on slots.scope = dated_statements.scope
        and slots.how = dated_statements.how
        and slots.held_from is not distinct from dated_statements.held_from
        and slots.held_to is not distinct from dated_statements.held_to
        and slots.slot_published
            is not distinct from case when dated_statements.how in ('past', 'coming') then dated_statements.published end
        and slots.slot_deal is not distinct from case when dated_statements.how in ('past', 'coming') then dated_statements.deal end
        and slots.slot_until is not distinct from case when dated_statements.how in ('past', 'coming') then dated_statements.deal_until end
        and slots.recent = (dated_statements.stage = 'reported')
),

-- what a report says elsewhere decides between several events that fit
said_elsewhere as (
    select
        slotted.claim_id,
        min(islands.island_from) as island_from,
        max(islands.island_to) as island_to
    from slotted
    join dated_statements as others
        on others.report_id = slotted.report_id and others.scope = slotted.scope and others.how = 'dated' and others.stage = slotted.stage
    join islands
        on islands.scope = slotted.scope
        and list_contains(slotted.islands, islands.island)
        and islands.island_from <= others.held_from
        and islands.island_to >= others.held_to
    where slotted.fitting > 1 and slotted.how in ('past', 'coming')
    group by slotted.claim_id
    having count(distinct islands.island) = 1
),

found as (
    select
        slotted.* exclude (island_from, island_to),
        coalesce(slotted.island_from, said_elsewhere.island_from) as island_from,
        coalesce(slotted.island_to, said_elsewhere.island_to) as island_to
    from slotted
    left join said_elsewhere using (claim_id)
),

keyed as (
    select
        found.*,
        case
            when island_from is not null then 'days'
            when how in ('dated', 'loose') then 'span'
            when how = 'alone' then 'report'
            when how = 'round' then 'round'
            when how in ('past', 'coming') and deal is not null then 'deal'
            when how in ('past', 'coming') and era_from is not null then 'era'
            else 'session'
        end as anchor,
        case when how in ('state', 'total') then day else published end as session_day,
        case how when 'position' then position_days when 'state' then state_days when 'total' then total_days else dateless_days end
            as session_gap
    from found
    cross join rules
),

session_days as (
    select
        *,
        session_day - lag(session_day) over (partition by scope, how, stage, position_of order by session_day) > session_gap as apart
    from (
        select distinct scope, how, stage, position_of, session_day, session_gap
        from keyed
        where anchor = 'session'
    )
),

sessions as (
    select
        *,
        sum(cast(coalesce(apart, false) as integer)) over (partition by scope, how, stage, position_of order by session_day) as session
    from session_days
),

session_spans as (
    select
        *,
        min(session_day) over (partition by scope, how, stage, position_of, session) as session_from,
        max(session_day) over (partition by scope, how, stage, position_of, session) as session_to
    from sessions
)

select
    keyed.* exclude (session_gap, islands, fitting),
    session_from,
    session_to,
    case anchor
        when 'days' then concat_ws('|', keyed.scope, island_from)
        when 'span' then concat_ws('|', keyed.scope, held_from, held_to)
        when 'report' then concat_ws('|', keyed.scope, report_id)
        when 'round' then concat_ws('|', keyed.scope, 'round', round_number)
        when 'deal' then concat_ws('|', keyed.scope, 'deal', deal)
        when 'era' then concat_ws('|', keyed.scope, keyed.stage, era_from)
        else concat_ws('|', keyed.scope, keyed.how, keyed.stage, keyed.position_of, coalesce(cast(session_from as varchar), report_id))
    end as event_key,
    case when keyed.how = 'dated' then held_from when anchor = 'days' then island_from when anchor = 'span' then held_from end as occasion_from,
    case when keyed.how = 'dated' then held_to when anchor = 'days' then island_to when anchor = 'span' then held_to end as occasion_to,
    keyed.how = 'dated' or anchor = 'span' as dated,
    coalesce(fitting > 1 and island_from is null and anchor <> 'deal', false) as ambiguous
from keyed
left join session_spans
    on anchor = 'session'
    and session_spans.scope = keyed.scope
    and session_spans.how = keyed.how
    and session_spans.stage = keyed.stage
    and session_spans.position_of is not distinct from keyed.position_of
    and session_spans.session_day is not distinct from keyed.session_day
