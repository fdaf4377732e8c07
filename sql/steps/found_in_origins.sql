-- One row is a claim whose figure stands in two or more reports of one origin and in no other.
-- Reads: sayings
with witnessed as (
    select
        key_group,
        low,
        high,
        bound,
        any_value(realm) as realm,
        any_value(event_id) as event_id,
        any_value(metric) as metric,
        any_value(stage) as stage,
        flatten(list(claim_ids)) as claim_ids
    from sayings
    where family <> 'ordinal'
    group by key_group, low, high, bound
    having min(report_ids[1]) <> max(report_ids[len(report_ids)])
        and min(list_min(origin_ids)) = max(list_max(origin_ids))
)

select
    'single_origin' as kind,
    cast(null as varchar) as severity,
    realm,
    key_group,
    event_id,
    metric,
    stage,
    unnest(claim_ids) as claim_id,
    cast(null as double) as gap,
    cast(null as double) as lower_end
from witnessed
