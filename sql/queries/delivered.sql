-- How much of what was agreed has been delivered?
-- One row is an occasion of delivery, with the sum so far and what is open at least; what spans other occasions is not added.
-- Takes: metric text = none: only this metric
-- Takes: event text = none: only deals of this id, or with this in their name
-- Example:
select
    event,
    deal_from,
    metric,
    basis,
    received_by,
    agreed_low,
    agreed_high,
    occasion_from,
    occasion_to,
    low,
    high,
    spans,
    delivered_low,
    delivered_high,
    greatest(agreed_low - delivered_high, 0) as still_open,
    unit,
    origins,
    publishers
from delivery_stages
where ($metric::varchar is null or metric = $metric)
    and ($event::varchar is null or event_id = $event or contains(lower(event), lower($event)))
order by deal_from, event, metric, basis nulls first, received_by nulls first, occasion_to, spans, occasion_from;
