-- One row is a figure agreed in a deal, held against what was delivered of it: over the days of the exchanges that the deal led to, a figure a day,
-- where a figure for several days stands for the days that it spans.
-- Kept by realm: a load renews only what it touches.
-- Reads: rules placed_claims events
with deals as (
    select
        scope,
        metric,
        basis,
        party,
        event_id,
        key_group,
        any_value(realm) as realm,
        stage,
        position_of,
        coalesce(deal, case when anchor = 'days' then event_from end) as deal_from,
        coalesce(deal_until, case when anchor = 'days' then event_to end + 1) as until,
        min(interval_low) as agreed_low,
        max(interval_high) as agreed_high,
        min(rounded_low) as rounded_low,
        list(claim_id) as agreed_ids
    from placed_claims
    where kind = 'exchange' and family = 'event' and stage = 'agreed' and unit in ('person', 'body') and not part and deal_from is not null
    group by all
),

done as (
    select
        scope,
        metric,
        basis,
        party,
        occasion_from,
        occasion_to,
        min(interval_low) as low,
        max(interval_high) as high,
        list(claim_id) as claim_ids
    from placed_claims
    where kind = 'exchange' and family = 'event' and stage = 'completed' and not part and occasion_from is not null and dated
    group by all
),

-- of what was delivered, only what lies in no longer stretch of days
widest as (
    select *
    from done
    qualify coalesce(
        max(occasion_to) over (
            partition by scope, metric, basis, party
            order by occasion_from, occasion_to desc
            rows between unbounded preceding and 1 preceding
        ) < occasion_to,
        true
    )
)

select
    deals.scope,
    deals.metric,
    deals.basis,
    deals.party,
    widest.party as received_by,
    deals.event_id,
    deals.key_group,
    deals.stage,
    any_value(deals.realm) as realm,
    deals.position_of,
    deals.deal_from,
    min(agreed_low) as agreed_low,
    max(agreed_high) as agreed_high,
    min(deals.rounded_low) as rounded_low,
    sum(widest.low) as delivered_low,
    sum(widest.high) as delivered_high,
    count(*) as stages,
    min(widest.occasion_from) as delivered_from,
    max(widest.occasion_to) as delivered_to,
    any_value(agreed_ids) as agreed_ids,
    flatten(list(widest.claim_ids)) as delivered_ids
from deals
join widest
    on widest.scope = deals.scope
    and widest.metric = deals.metric
    and widest.occasion_from >= deals.deal_from
    and widest.occasion_from < deals.until
    and (
        (widest.basis is not distinct from deals.basis and widest.party is not distinct from deals.party)
        or (deals.basis = 'per_side' and widest.basis = 'one_side' and widest.party is not null)
    )
group by all
