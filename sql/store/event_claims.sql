-- One row is a claim of one event, stage by stage: what was proposed, what was agreed, what was done. Its agreed figure and the sum delivered are
-- those of the deal that its metric carries out, where one is known.
-- Takes: id
with deals as (
    select
        event_id,
        metric,
        min(deal_from) as deal_from,
        any_value(basis) as deal_basis,
        min(agreed_low) as agreed_low,
        max(agreed_high) as agreed_high,
        max(delivered_low) as delivered_low,
        max(delivered_high) as delivered_high
    from deliveries
    where event_id = $id
    group by event_id, metric
)

select
    placements.event_id,
    placements.stage,
    placements.position_of,
    placements.occasion_from as day_from,
    placements.occasion_to as day_to,
    placements.claim_id,
    placements.metric,
    placements.low,
    placements.high,
    placements.bound,
    placements.unit,
    placements.basis,
    placements.party,
    placements.category,
    claims.speaker,
    claims.speaker_side,
    claims.publisher,
    claims.original_publisher,
    claims.published,
    claims.origin,
    placements.origin_id,
    claims.quote,
    claims.quote_start,
    claims.start,
    claims."end",
    deals.deal_from,
    deals.deal_basis,
    deals.agreed_low,
    deals.agreed_high,
    deals.delivered_low,
    deals.delivered_high
from placements
join claims using (claim_id)
left join deals on deals.metric = placements.metric
where placements.event_id = $id
order by
    array_position(['proposed', 'planned', 'agreed', 'delayed', 'reported', 'completed', 'denied'], placements.stage) nulls last,
    placements.position_of,
    placements.occasion_from nulls last,
    placements.metric,
    claims.published,
    placements.claim_id;
