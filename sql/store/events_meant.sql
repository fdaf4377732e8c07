-- The claims and found events of these ids: each claim that the judgements count, of one of these events or itself among them, with its event.
-- Takes: ids
select claim_id, found_id
from placed_claims
where list_contains($ids, claim_id) or list_contains($ids, found_id);
