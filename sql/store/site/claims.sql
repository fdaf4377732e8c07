-- One row is a claim with the event that it was placed in; event_id is null where its report is an older version, which no judgement counts.
select
    claims.*,
    events.event_id,
    events.event
from claims
left join placed_claims using (claim_id)
left join events on events.event_id = placed_claims.event_id
order by claims.published desc nulls last, claims.report_id, claims.start, claims.claim_id;
