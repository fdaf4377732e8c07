-- One row is a claim without a date that two events fit.
-- Reads: placements
select
    'ambiguous_event' as kind,
    cast(null as varchar) as severity,
    hash(event_key, metric, stage, position_of) as key_group,
    event_key,
    metric,
    stage,
    claim_id,
    cast(null as double) as gap,
    cast(null as double) as lower_end
from placements
where ambiguous and family <> 'ordinal'
