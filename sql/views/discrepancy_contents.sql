-- One row is a discrepancy with a hash of all that it says, so that a later run can tell whether it changed.
-- Kept as a view, since only a load asks for it.
-- Reads: discrepancies findings
select
    id,
    md5(concat_ws('|', severity, gap, figures, claim_ids)) as content,
    kind,
    severity,
    metric,
    stage,
    event_id,
    event,
    event_kind,
    sides,
    event_from,
    event_to,
    unit,
    gap,
    figures,
    claims
from discrepancies
join (
    select
        kind,
        key_group,
        string_agg(claim_id, ',' order by claim_id) as claim_ids,
        cast(count(*) as integer) as claims
    from findings
    group by kind, key_group
) using (kind, key_group)
