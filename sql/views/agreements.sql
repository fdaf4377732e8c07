-- One row is what agrees on one event, metric and stage: a figure that two or more independent origins give on one key (how = figure), a deal whose
-- deliveries add up to what was agreed (delivery), or a whole that its parts add up to (parts). Reprints count as one origin.
-- Kept as a view, since only a report asks for it.
-- Reads: placed_claims events deliveries
with told as (
    select
        placed_claims.*,
        coalesce(placed_claims.speaker, placed_claims.original_publisher, placed_claims.publisher) as name
    from placed_claims
    where family <> 'ordinal' and status <> 'denied'
),

figures as (
    select
        'figure' as how,
        event_id,
        metric,
        stage,
        position_of,
        basis,
        party,
        category,
        part,
        low,
        high,
        bound,
        unit,
        occasion_from as from_date,
        occasion_to as to_date,
        cast([] as double[]) as addends,
        list(claim_id order by published, claim_id) as claim_ids
    from told
    where stage <> 'proposed' or position_of is not null
    group by event_id, metric, stage, position_of, basis, party, category, part, spot, low, high, bound, unit, occasion_from, occasion_to
    having count(distinct origin_id) > 1
),

delivered_figures as (
    select
        deliveries.agreed_ids,
        any_value(deliveries.delivered_from) as delivered_from,
        any_value(deliveries.delivered_to) as delivered_to,
        list_distinct(flatten(list(deliveries.delivered_ids))) as delivered_ids,
        done.occasion_from,
        max(done.low) as low
    from (
        select *, unnest(delivered_ids) as claim_id
        from deliveries
        where stages > 1 and delivered_high >= rounded_low and delivered_low <= agreed_high
    ) as deliveries
    join told as done using (claim_id)
    group by deliveries.agreed_ids, deliveries.received_by, done.occasion_from, done.occasion_to
),

delivered as (
    select
        'delivery' as how,
        agreed.event_id,
        agreed.metric,
        agreed.stage,
        agreed.position_of,
        agreed.basis,
        agreed.party,
        agreed.category,
        agreed.part,
        agreed.low,
        agreed.high,
        agreed.bound,
        agreed.unit,
        min(delivered_from) as from_date,
        max(delivered_to) as to_date,
        list(delivered_figures.low order by delivered_figures.occasion_from) as addends,
        list_distinct(list_concat(any_value(agreed_ids), flatten(list(delivered_ids)))) as claim_ids
    from delivered_figures
    join told as agreed on agreed.claim_id = agreed_ids[1]
    group by all
),

parted as (
    select
        'parts' as how,
        wholes.event_id,
        wholes.metric,
        wholes.stage,
        wholes.position_of,
        wholes.basis,
        wholes.party,
        wholes.category,
        wholes.part,
        wholes.low,
        wholes.high,
        wholes.bound,
        wholes.unit,
        wholes.occasion_from as from_date,
        wholes.occasion_to as to_date,
        list(parts.low * if(parts.basis = 'per_side' and wholes.basis = 'total', 2, 1) order by parts.start) as addends,
        list_prepend(any_value(wholes.claim_id), list(parts.claim_id order by parts.start)) as claim_ids,
        wholes.claim_id as whole_id
    from told as parts
    join told as wholes on wholes.claim_id = parts.part_of and wholes.metric = parts.metric
    where parts.basis is not distinct from wholes.basis or parts.basis is null or wholes.basis is null or wholes.basis = 'total'
    group by all
    having count(*) > 1
        and sum(parts.interval_high * if(parts.basis = 'per_side' and wholes.basis = 'total', 2, 1)) >= any_value(wholes.rounded_low)
        and sum(parts.interval_low * if(parts.basis = 'per_side' and wholes.basis = 'total', 2, 1)) <= any_value(wholes.rounded_high)
),

agreeing as (
    from figures
    union all by name
    from delivered
    union all by name
    select * exclude (whole_id)
    from parted
)

select
    agreeing.event_id,
    any_value(events.event) as event,
    any_value(events.sides) as sides,
    agreeing.how,
    agreeing.metric,
    agreeing.stage,
    agreeing.position_of,
    agreeing.low,
    agreeing.high,
    agreeing.bound,
    agreeing.unit,
    agreeing.basis,
    agreeing.party,
    agreeing.category,
    agreeing.part,
    agreeing.from_date,
    agreeing.to_date,
    addends,
    count(distinct told.origin_id) as origins,
    count(distinct told.report_id) as reports,
    coalesce(list(distinct told.name order by told.name) filter (told.name is not null), []) as names,
    list(told.claim_id order by told.published, told.claim_id) as claim_ids
from (
    select *, unnest(claim_ids) as claim_id
    from agreeing
) as agreeing
join events using (event_id)
join told using (claim_id)
group by
    agreeing.how, agreeing.event_id, agreeing.metric, agreeing.stage, agreeing.position_of, agreeing.low, agreeing.high, agreeing.bound, agreeing.unit,
    agreeing.basis, agreeing.party, agreeing.category, agreeing.part, agreeing.from_date, agreeing.to_date, addends,
    agreeing.claim_ids
