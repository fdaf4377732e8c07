-- What was considered and not flagged.
select *
from not_flagged
order by event, metric, stage, reason, one.low, other.low, one.claim_id, other.claim_id;
