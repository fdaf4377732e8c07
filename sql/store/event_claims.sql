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
    placed_claims.event_id,
    placed_claims.stage,
    placed_claims.position_of,
    placed_claims.occasion_from as day_from,
    placed_claims.occasion_to as day_to,
    placed_claims.claim_id,
    placed_claims.metric,
    placed_claims.low,
    placed_claims.high,
    placed_claims.bound,
    placed_claims.unit,
    placed_claims.basis,
    placed_claims.party,
    placed_claims.category,
    claims.speaker,
    claims.speaker_side,
    claims.publisher,
    claims.original_publisher,
    claims.published,
    claims.origin,
    placed_claims.origin_id,
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
from placed_claims
join claims using (claim_id)
left join deals on deals.metric = placed_claims.metric
where placed_claims.event_id = $id
order by
    array_position(['proposed', 'planned', 'agreed', 'delayed', 'reported', 'completed', 'denied'], placed_claims.stage) nulls last,
    placed_claims.position_of,
    placed_claims.occasion_from nulls last,
    placed_claims.metric,
    claims.published,
    placed_claims.claim_id;
