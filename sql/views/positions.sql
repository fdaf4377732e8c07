-- One row is a distinct figure on one key: what was said, whoever says it. An open end of its interval is null.
-- Reads: sayings placed_claims
-- Kept by realm: a load renews only what it touches.
with held as (
    select
        position,
        min(claim_id) as claim_id,
        count(*) as voices,
        min(voice) as first_voice,
        min(published) as published,
        max(last_published) as last_published,
        min(deal) as deal,
        bool_or(settled) as settled,
        bool_or(attributed) as attributed
    from sayings
    group by position
),

carried as (
    select
        position,
        list_sort(list(distinct report_id)) as report_ids
    from placed_claims
    group by position
)

select
    position,
    placed_claims.realm,
    placed_claims.key_group,
    placed_claims.event_id,
    placed_claims.event_kind,
    placed_claims.sides,
    placed_claims.metric,
    placed_claims.family,
    placed_claims.kind,
    placed_claims.stage,
    placed_claims.position_of,
    placed_claims.part,
    placed_claims.basis,
    placed_claims.party,
    placed_claims.category,
    placed_claims.spot,
    placed_claims.broad,
    placed_claims.occasion_from,
    placed_claims.occasion_to,
    placed_claims.dated,
    placed_claims.low,
    placed_claims.high,
    placed_claims.bound,
    placed_claims.unit,
    placed_claims.interval_low,
    placed_claims.low_open,
    case when not isinf(placed_claims.interval_high) then placed_claims.interval_high end as interval_high,
    placed_claims.high_open,
    placed_claims.rounded_low,
    case when not isinf(placed_claims.rounded_high) then placed_claims.rounded_high end as rounded_high,
    placed_claims.unilateral,
    placed_claims.unsure,
    placed_claims.growing,
    placed_claims.placed,
    case when placed_claims.how = 'state' then placed_claims.day end as state_day,
    placed_claims.period_from,
    hash(
        placed_claims.key_group, placed_claims.basis, placed_claims.party, placed_claims.category, placed_claims.part, placed_claims.spot,
        placed_claims.occasion_from, placed_claims.occasion_to
    ) as thing,
    held.* exclude (position, claim_id),
    carried.report_ids
from held
join carried using (position)
join placed_claims using (position, claim_id)
