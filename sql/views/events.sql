-- One row is an event: an exchange, a round of talks, an attack … with its sides and days; for states, totals and proposals the time in which
-- they were published. Its name is for people to read, or given by a user.
-- Reads: placed_claims event_names metrics
-- Kept by realm: a load renews only what it touches.
with grouped as (
    select
        event_id,
        min(realm) as realm,
        min(event_kind) as event_kind,
        min(sides) as sides,
        mode(place) as place,
        min(coalesce(metrics.subject, 'people')) as subject,
        min(anchor) as anchor,
        min(how) as how,
        min(stage) as stage,
        min(position_of) as position_of,
        min(deal) filter (anchor = 'deal') as deal,
        mode(round_number) filter (kind = 'talks') as round,
        min(event_from) as event_from,
        max(event_to) as event_to,
        min(session_day) as told_from,
        max(session_day) as told_to,
        case when min(how) in ('state', 'total') then min(metric) end as metric,
        count(*) as claims,
        count(distinct report_id) as reports
    from placed_claims
    left join metrics using (metric)
    group by event_id
),

worded as (
    select
        *,
        case
            when event_from is not null then event_from
            when deal is not null then deal
            else told_from
        end as first_day,
        case
            when event_from is not null then event_to
            when deal is not null then deal
            else told_to
        end as last_day,
        case
            when how in ('state', 'total') then replace(metric, '_', ' ')
            when event_kind = 'exchange' and subject = 'bodies' then 'exchange of bodies'
            when event_kind = 'attack' and place is not null then 'attack on ' || place
            when event_kind is null then 'what happened'
            when event_kind = 'talks' and round is not null then 'round ' || round || ' of talks'
            else event_kind
        end as what,
        case
            when how in ('state', 'total') and first_day is null then ' '
            when how in ('state', 'total') then ' as of '
            when event_from is not null then ' of '
            when deal is not null then ' agreed on '
            when how = 'position' then ' proposed by ' || coalesce(position_of, 'one side') || ', reported '
            else ', no day given, reported '
        end as link
    from grouped
),

spelled as (
    select
        *,
        case
            when first_day is null then 'at an unknown date'
            when first_day = last_day then strftime(last_day, '%-d %B %Y')
            when date_trunc('month', first_day) = date_trunc('month', last_day)
                then strftime(first_day, '%-d') || '–' || strftime(last_day, '%-d %B %Y')
            when date_trunc('year', first_day) = date_trunc('year', last_day)
                then strftime(first_day, '%-d %B') || ' – ' || strftime(last_day, '%-d %B %Y')
            else strftime(first_day, '%-d %B %Y') || ' – ' || strftime(last_day, '%-d %B %Y')
        end as days
    from worded
)

select
    event_id,
    coalesce(event_names.name, what || link || days || coalesce(', ' || sides, '')) as event,
    event_kind,
    sides,
    place,
    event_from,
    event_to,
    deal as deal_date,
    round,
    told_from,
    told_to,
    claims,
    reports,
    realm
from spelled
left join event_names using (event_id)
