-- One row is a claim about something that took place on other days than another report says: one round of talks, or the whole of one deal.
-- Reads: rounds placed_claims
with held as (
    select
        placed_claims.realm,
        placed_claims.key_group,
        placed_claims.event_id,
        placed_claims.metric,
        placed_claims.stage,
        placed_claims.sides,
        placed_claims.round_number,
        placed_claims.from_date,
        placed_claims.to_date,
        rounds.round_from as usual_from,
        rounds.round_to as usual_to,
        list(claim_id) as claim_ids
    from placed_claims
    join rounds
        on rounds.sides = placed_claims.sides
        and rounds.round_number = placed_claims.round_number
        and placed_claims.from_date between rounds.first_from and rounds.last_from
    where placed_claims.kind = 'talks' and placed_claims.stage = 'completed' and placed_claims.from_date is not null
    group by all
),

-- a sentence that names two rounds is easily given the other one's day
astray as (
    select
        key_group,
        min(case when to_date < usual_from then usual_from - to_date else from_date - usual_to end) as days
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
    group by key_group
),

-- a deal's whole figure, said to have been carried out on days that do not meet
whole_deals as (
    select
        realm,
        scope,
        key_group,
        event_id,
        metric,
        stage,
        deal,
        low,
        high,
        basis,
        occasion_from,
        occasion_to,
        list(claim_id) as claim_ids
    from placed_claims
    where kind = 'exchange' and stage = 'completed' and deal is not null and dated and not part
    group by all
),

agreed_deals as (
    select distinct scope, metric, deal, low, high, basis
    from placed_claims
    where kind = 'exchange' and stage = 'agreed' and deal is not null
),

carried_out as (
    select whole_deals.*
    from whole_deals
    join agreed_deals
        on agreed_deals.scope = whole_deals.scope
        and agreed_deals.metric = whole_deals.metric
        and agreed_deals.deal = whole_deals.deal
        and agreed_deals.low = whole_deals.low
        and agreed_deals.high = whole_deals.high
        and agreed_deals.basis is not distinct from whole_deals.basis
),

parted as (
    select
        one.realm,
        one.key_group,
        one.event_id,
        one.metric,
        one.stage,
        list_concat(one.claim_ids, another.claim_ids) as claim_ids,
        another.occasion_from - one.occasion_to as days
    from carried_out as one
    join carried_out as another
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
    held.realm,
    held.key_group,
    held.event_id,
    held.metric,
    held.stage,
    unnest(held.claim_ids) as claim_id,
    cast(astray.days as double) as gap,
    cast(null as double) as lower_end
from held
join astray using (key_group)
union all
select
    'date_conflict',
    null,
    realm,
    key_group,
    event_id,
    metric,
    stage,
    unnest(claim_ids),
    cast(days as double),
    null
from parted
