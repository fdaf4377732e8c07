-- The claims that are judged anew, with the events that they were found in before.
create temp table former_events as
select claim_id, found_id
from placed_claims
semi join touched using (realm);
