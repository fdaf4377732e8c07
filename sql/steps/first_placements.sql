-- One row is a moment with the event that its own words and its publication give: the key of the event, the days of it that is spoken of (the
-- occasion), whether a text or a round dates it, and whether two events fit. Where a report dates it elsewhere, that is a row of its own.
-- Reads: rules moments slots found_elsewhere
with slotted as (
    select
        moments.*,
        null as report_id,
        coalesce(slots.fitting, 0) as fitting,
        slots.island_from,
        slots.island_to
    from moments
    left join slots using (slot)
    union all by name
    select
        moments.*,
        found_elsewhere.report_id,
        1 as fitting,
        found_elsewhere.island_from,
        found_elsewhere.island_to
    from moments
    join found_elsewhere using (moment)
),

keyed as (
    select
        slotted.*,
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
    from slotted
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
        min(session_day) over (partition by scope, how, stage, position_of, session) as session_from
    from sessions
)

select
    keyed.moment,
    keyed.report_id,
    keyed.realm,
    keyed.scope,
    keyed.how,
    keyed.kind,
    keyed.stage,
    keyed.held_from,
    keyed.held_to,
    keyed.deal,
    keyed.deal_until,
    keyed.anchor,
    keyed.session_day,
    case anchor
        when 'days' then concat_ws('|', keyed.scope, island_from)
        when 'span' then concat_ws('|', keyed.scope, held_from, held_to)
        when 'report' then concat_ws('|', keyed.scope, lone_report)
        when 'round' then concat_ws('|', keyed.scope, 'round', round_number)
        when 'deal' then concat_ws('|', keyed.scope, 'deal', deal)
        when 'era' then concat_ws('|', keyed.scope, keyed.stage, era_from)
        else concat_ws('|', keyed.scope, keyed.how, keyed.stage, keyed.position_of, coalesce(cast(session_from as varchar), lone_report))
    end as event_id,
    case when anchor = 'days' then island_from when anchor = 'span' then held_from end as event_from,
    case when anchor = 'days' then island_to when anchor = 'span' then held_to end as event_to,
    case when keyed.how = 'dated' then held_from else event_from end as occasion_from,
    case when keyed.how = 'dated' then held_to else event_to end as occasion_to,
    keyed.how = 'dated' or anchor = 'span' as dated,
    fitting > 1 and island_from is null and anchor <> 'deal' as ambiguous
from keyed
left join session_spans
    on anchor = 'session'
    and session_spans.scope = keyed.scope
    and session_spans.how = keyed.how
    and session_spans.stage = keyed.stage
    and session_spans.position_of is not distinct from keyed.position_of
    and session_spans.session_day is not distinct from keyed.session_day
