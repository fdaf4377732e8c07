-- One row is a claim about something that took place on other days than another report says: one round of talks, or the whole of one deal.
-- Reads: rounds placements
with held as (
    select
        placements.*,
        rounds.round_from as usual_from,
        rounds.round_to as usual_to
    from placements
    join rounds
        on rounds.sides = placements.sides
        and rounds.round_number = placements.round_number
        and placements.from_date between rounds.first_from and rounds.last_from
    where placements.kind = 'talks' and placements.stage = 'completed' and placements.from_date is not null
),

-- a sentence that names two rounds is easily given the other one's day
astray as (
    select distinct
        event_key,
        metric,
        stage,
        case when to_date < usual_from then usual_from - to_date else from_date - usual_to end as days
    from held
    where (to_date < usual_from or from_date > usual_to)
        and not exists (
            select 1
            from rounds as others
            where others.sides = held.sides
                and others.round_number <> held.round_number
                and others.round_from <= held.to_date
                and others.round_to >= held.from_date
        )
),

-- a deal's whole figure, said to have been carried out on days that do not meet
whole_deals as (
    select done.*
    from placements as done
    where done.kind = 'exchange'
        and done.stage = 'completed'
        and done.deal is not null
        and done.dated
        and not done.part
        and exists (
            select 1
            from placements as agreed
            where agreed.stage = 'agreed'
                and agreed.scope = done.scope
                and agreed.metric = done.metric
                and agreed.deal = done.deal
                and agreed.low = done.low
                and agreed.high = done.high
                and agreed.basis is not distinct from done.basis
        )
),

parted as (
    select
        one.claim_id,
        another.claim_id as other_id,
        one.event_key,
        one.metric,
        one.stage,
        one.position_of,
        another.occasion_from - one.occasion_to as days
    from whole_deals as one
    join whole_deals as another
        on another.scope = one.scope
        and another.metric = one.metric
        and another.deal = one.deal
        and another.low = one.low
        and another.high = one.high
        and another.basis is not distinct from one.basis
        and another.occasion_from > one.occasion_to
)

select
    'date_conflict' as kind,
    cast(null as varchar) as severity,
    hash(held.event_key, held.metric, held.stage, held.position_of) as key_group,
    held.event_key,
    held.metric,
    held.stage,
    held.claim_id,
    cast(astray.days as double) as gap,
    cast(null as double) as lower_end
from held
join astray using (event_key, metric, stage)
union all
select
    'date_conflict',
    null,
    hash(event_key, metric, stage, position_of),
    event_key,
    metric,
    stage,
    unnest([claim_id, other_id]),
    cast(days as double),
    null
from parted
