-- What the judging knew of each claim of one discrepancy: its interval by the policy, how it found its event, its key, its voice and its origin.
-- Takes: id
select
    claims.claim_id,
    placements.voice,
    placements.report_id,
    placements.origin_id,
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
    placements.low,
    placements.high,
    placements.bound,
    placements.unit,
    bounds.low_factor,
    nullif(bounds.high_factor, 'inf'::double) as high_factor,
    placed_claims.interval_low,
    placed_claims.low_open,
    nullif(placed_claims.interval_high, 'inf'::double) as interval_high,
    placed_claims.high_open,
    placed_claims.low - placed_claims.rounded_low as precision,
    placements.basis,
    placements.party,
    placements.category,
    placements.status,
    placements.stage,
    placements.position_of,
    placements.part,
    placements.spot,
    placements.anchor,
    placements.dated,
    placements.occasion_from,
    placements.occasion_to,
    placements.round_number,
    placements.deal
from discrepancies
join findings using (kind, key_group)
join placements using (claim_id)
join claims using (claim_id)
join placed_claims using (claim_id)
join bounds on bounds.bound = claims.bound
where discrepancies.id = $id
order by placements.low, placements.high, placements.bound, claims.published nulls last, claims.origin, claims.start, claims.claim_id;
