-- One row is a claim that is part of a claim that its report does not make, or of itself.
select claims.claim_id, claims.part_of
from claims
left join claims as wholes on wholes.claim_id = claims.part_of and wholes.report_id = claims.report_id
where claims.part_of is not null and (wholes.claim_id is null or wholes.claim_id = claims.claim_id);
