-- What the judging knew of each claim of one discrepancy: its interval by the policy, how it found its event, its key, its voice and its origin.
-- Takes: id
select
    claims.claim_id,
    quoted_claims.voice,
    quoted_claims.report_id,
    quoted_claims.origin_id,
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
    quoted_claims.low,
    quoted_claims.high,
    quoted_claims.bound,
    quoted_claims.unit,
    bounds.low_factor,
    nullif(bounds.high_factor, 'inf'::double) as high_factor,
    quoted_claims.interval_low,
    quoted_claims.low_open,
    nullif(quoted_claims.interval_high, 'inf'::double) as interval_high,
    quoted_claims.high_open,
    quoted_claims.low - quoted_claims.rounded_low as precision,
    quoted_claims.basis,
    quoted_claims.party,
    quoted_claims.category,
    quoted_claims.status,
    quoted_claims.stage,
    quoted_claims.position_of,
    quoted_claims.part,
    quoted_claims.spot,
    quoted_claims.anchor,
    quoted_claims.dated,
    quoted_claims.occasion_from,
    quoted_claims.occasion_to,
    quoted_claims.round_number,
    quoted_claims.deal
from discrepancies
join findings using (kind, key_group)
join (from placed_claims union all by name select * exclude (newest_id) from replaced_claims) as quoted_claims using (claim_id)
join claims using (claim_id)
join bounds on bounds.bound = claims.bound
where discrepancies.id = $id
order by quoted_claims.low, quoted_claims.high, quoted_claims.bound, claims.published nulls last, claims.origin, claims.start, claims.claim_id;
