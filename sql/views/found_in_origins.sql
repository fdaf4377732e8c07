-- One row is a claim whose figure stands in two or more reports of one origin and in no other.
-- Reads: placements
select
    'single_origin' as kind,
    cast(null as varchar) as severity,
    hash(event_key, metric, stage, position_of) as key_group,
    event_key,
    metric,
    stage,
    claim_id,
    cast(null as double) as gap,
    cast(null as double) as lower_end
from (
    select
        *,
        list(report_id) over figure as figure_reports,
        list(origin_id) over figure as figure_origins
    from placements
    where family <> 'ordinal'
    window figure as (partition by event_key, metric, stage, position_of, low, high, bound)
) as witnessed
where list_unique(figure_reports) > 1 and list_unique(figure_origins) = 1
