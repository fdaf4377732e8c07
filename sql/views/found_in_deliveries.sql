-- One row is a claim about a deal of which less was delivered than was agreed, or about what was delivered of it.
-- Reads: deliveries
select
    'delivery_gap' as kind,
    cast(null as varchar) as severity,
    hash(event_key, metric, stage, position_of) as key_group,
    unnest(list_concat(agreed_ids, delivered_ids)) as claim_id,
    agreed_low - delivered_high as gap,
    delivered_high as lower_end
from deliveries
where delivered_high < rounded_low
