-- One row is a claim that the judgements count, with its event: placed_claims with the claim's own words for who says so.
-- Reads: placed_claims
-- Kept as a view, made when it is asked for.
select
    placed_claims.*,
    claims.speaker,
    claims.publisher,
    claims.original_publisher
from placed_claims
join claims using (claim_id)
