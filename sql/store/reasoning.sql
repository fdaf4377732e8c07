-- What the judging knew of each claim of one discrepancy: its interval by the policy, how it found its event, its key, its voice and its origin.
-- Takes: id
select
    claims.claim_id,
    placed_claims.voice,
    placed_claims.report_id,
    placed_claims.origin_id,
    claims.speaker,
    claims.speaker_side,
    claims.publisher,
    claims.original_publisher,
    claims.published,
    claims.origin,
    claims.quote,
    claims.quote_start,
    claims.start,
    claims."end",
    placed_claims.low,
    placed_claims.high,
    placed_claims.bound,
    placed_claims.unit,
    bounds.low_factor,
    nullif(bounds.high_factor, 'inf'::double) as high_factor,
    placed_claims.interval_low,
    placed_claims.low_open,
    nullif(placed_claims.interval_high, 'inf'::double) as interval_high,
    placed_claims.high_open,
    placed_claims.low - placed_claims.rounded_low as precision,
    placed_claims.basis,
    placed_claims.party,
    placed_claims.category,
    placed_claims.status,
    placed_claims.stage,
    placed_claims.position_of,
    placed_claims.part,
    placed_claims.spot,
    placed_claims.anchor,
    placed_claims.dated,
    placed_claims.occasion_from,
    placed_claims.occasion_to,
    placed_claims.round_number,
    placed_claims.deal
from discrepancies
join findings using (kind, key_group)
join placed_claims using (claim_id)
join claims using (claim_id)
join bounds on bounds.bound = claims.bound
where discrepancies.id = $id
order by placed_claims.low, placed_claims.high, placed_claims.bound, claims.published nulls last, claims.origin, claims.start, claims.claim_id;
