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
        list(distinct category) filter (category is not null) as categories,
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
        category,
        occasion_from,
        occasion_to,
        min(interval_low) as low,
        max(interval_high) as high,
        list(claim_id) as claim_ids
    from placed_claims
    where kind = 'exchange' and family = 'event' and stage = 'completed' and not part and occasion_from is not null and dated
    group by all
),

-- what a deal on soldiers delivered is not the civilians who came with them
matched as (
    select
        deals.*,
        done.party as received_by,
        occasion_from,
        occasion_to,
        min(done.low) as low,
        max(done.high) as high,
        flatten(list(claim_ids)) as claim_ids
    from deals
    join done
        on done.scope = deals.scope
        and done.metric = deals.metric
        and done.occasion_from >= deals.deal_from
        and done.occasion_from < deals.until
        and (
            (done.basis is not distinct from deals.basis and done.party is not distinct from deals.party)
            or (deals.basis = 'per_side' and done.basis = 'one_side' and done.party is not null)
        )
        and (done.category is null or categories is null or list_contains(categories, done.category))
    group by all
),

-- what lies within a longer stretch of days is told by it already
stretches as (
    select
        *,
        coalesce(
            max(occasion_to) over (
                partition by key_group, basis, party, deal_from, until, received_by
                order by occasion_from, occasion_to desc
                rows between unbounded preceding and 1 preceding
            ) < occasion_to,
            true
        ) as widest
    from matched
)

select
    scope,
    metric,
    basis,
    party,
    received_by,
    event_id,
    key_group,
    stage,
    any_value(realm) as realm,
    position_of,
    deal_from,
    min(agreed_low) as agreed_low,
    max(agreed_high) as agreed_high,
    min(rounded_low) as rounded_low,
    sum(low) filter (widest) as delivered_low,
    sum(high) filter (widest) as delivered_high,
    count(*) filter (widest) as stages,
    min(occasion_from) as delivered_from,
    max(occasion_to) as delivered_to,
    any_value(agreed_ids) as agreed_ids,
    flatten(list(claim_ids) filter (widest)) as delivered_ids,
    flatten(list(claim_ids)) as told_ids
from stretches
group by all
