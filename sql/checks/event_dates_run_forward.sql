-- One row is a claim whose event ends before it begins.
select claim_id, event_from, event_to
from claims
where event_from > event_to;
