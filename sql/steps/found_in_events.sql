-- One row is a claim without a date that two events fit.
-- Reads: placed_claims
select
    'ambiguous_event' as kind,
    cast(null as varchar) as severity,
    realm,
    key_group,
    event_id,
    metric,
    stage,
    claim_id,
    cast(null as double) as gap,
    cast(null as double) as lower_end
from placed_claims
where ambiguous and family <> 'ordinal'
