-- One row is a claim whose figure was another before its report's text was edited, or that other one.
-- Reads: edits placed_claims
select
    case when same_number then 'bound_changed' else 'revision' end as kind,
    cast(null as varchar) as severity,
    placed_claims.realm,
    placed_claims.key_group,
    placed_claims.event_id,
    placed_claims.metric,
    placed_claims.stage,
    unnest(list_prepend(edits.claim_id, newest_ids)) as claim_id,
    gap,
    lower_end
from edits
join placed_claims on placed_claims.claim_id = newest_ids[1]
where family <> 'ordinal'
