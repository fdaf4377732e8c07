-- One row is an occasion on which a part of what a deal agreed was delivered, with the sum of all occasions up to it.
-- Kept as a view, since it is only looked at.
-- Reads: deliveries placements events
with delivered as (
    select
        deliveries.* exclude (delivered_ids),
        unnest(delivered_ids) as claim_id
    from deliveries
),

occasions as (
    select
        delivered.event_key,
        delivered.metric,
        delivered.basis,
        delivered.party,
        delivered.received_by,
        delivered.deal_from,
        delivered.agreed_low,
        case when not isinf(delivered.agreed_high) then delivered.agreed_high end as agreed_high,
        placements.occasion_from,
        placements.occasion_to,
        any_value(placements.unit) as unit,
        min(placements.interval_low) as low,
        max(placements.interval_high) as high,
        count(distinct placements.report_id) as reports,
        count(distinct placements.origin_id) as origins,
        list_sort(list(distinct placements.publisher) filter (placements.publisher is not null)) as publishers,
        list(claim_id order by placements.published, claim_id) as claim_ids
    from delivered
    join placements using (claim_id)
    group by all
)

select
    events.event_id,
    events.event,
    events.sides,
    occasions.* exclude (event_key),
    sum(low) over so_far as delivered_low,
    case when not isinf(sum(high) over so_far) then sum(high) over so_far end as delivered_high
from occasions
join events using (event_key)
window so_far as (
    partition by event_key, metric, basis, party, received_by, deal_from, agreed_low, agreed_high
    order by occasion_from, occasion_to
)
