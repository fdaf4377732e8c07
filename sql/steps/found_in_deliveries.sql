-- One row is a claim about a deal of which less was delivered than was agreed, or about what was delivered of it.
-- Where anybody says that it was delivered in full, nothing is open.
-- Reads: deliveries placed_claims
select
    'delivery_gap' as kind,
    cast(null as varchar) as severity,
    realm,
    key_group,
    event_id,
    metric,
    stage,
    unnest(list_concat(agreed_ids, delivered_ids)) as claim_id,
    agreed_low - delivered_high as gap,
    delivered_high as lower_end
from deliveries
where delivered_high < rounded_low
    and not exists (
        select 1
        from placed_claims as full_delivery
        where full_delivery.stage = 'completed'
            and full_delivery.scope = deliveries.scope
            and full_delivery.metric = deliveries.metric
            and coalesce(full_delivery.party = deliveries.received_by, true)
            and not full_delivery.part
            and (full_delivery.deal = deliveries.deal_from or full_delivery.occasion_from between deliveries.deal_from and deliveries.delivered_to)
            and full_delivery.interval_high
                >= deliveries.rounded_low * case when full_delivery.basis = 'total' and deliveries.basis = 'per_side' then 2 else 1 end
    )
