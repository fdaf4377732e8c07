-- One row is a claim in another unit than its metric's.
select claims.claim_id, claims.metric, claims.unit, metrics.unit as metrics_unit
from claims
join metrics using (metric)
where claims.unit <> metrics.unit;
