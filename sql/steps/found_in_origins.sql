-- One row is a claim whose figure, of the same days, stands in two or more reports of one origin and in no other.
-- Reads: positions placed_claims
with carried as (
    select
        position,
        min(report_id) as first_report,
        max(report_id) as last_report,
        min(origin_id) as first_origin,
        max(origin_id) as last_origin
    from placed_claims
    where family <> 'ordinal'
    group by position
),

witnessed as (
    select
        key_group,
        low,
        high,
        bound,
        list(position) as positions
    from positions
    join carried using (position)
    group by key_group, low, high, bound, occasion_from, occasion_to
    having min(first_report) <> max(last_report)
        and min(first_origin) = max(last_origin)
)

select
    'single_origin' as kind,
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
semi join (select unnest(positions) as position from witnessed) using (position)
