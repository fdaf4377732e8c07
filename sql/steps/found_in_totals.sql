-- One row is a claim of a voice whose running total fell: the later figure, and the one before it. A fall to less than half is another total.
-- Reads: rules sayings
with steps as (
    select
        sayings.*,
        lag(claim_ids) over series as earlier_ids,
        lag(rounded_low) over series as earlier_low,
        lag(interval_low) over series as earlier_from,
        lag(last_published) over series as earlier_day
    from sayings
    where family = 'total' and stage <> 'denied' and not part and sides is not null
    window series as (
        partition by metric, sides, party, basis, category, period_from, voice
        order by last_published, rounded_low
    )
)

select
    'decreasing_total' as kind,
    cast(null as varchar) as severity,
    realm,
    key_group,
    event_id,
    metric,
    stage,
    unnest(list_concat(claim_ids, earlier_ids)) as claim_id,
    earlier_from - interval_high as gap,
    interval_high as lower_end
from steps
cross join rules
where last_published > earlier_day
    and rounded_high <= earlier_low
    and interval_high * total_factor >= earlier_from
