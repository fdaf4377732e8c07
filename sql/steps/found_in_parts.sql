-- One row is a claim that takes part in a sum: a whole or one of its parts, where the parts add up to something else.
-- Reads: placed_claims
with parts as (
    select *
    from placed_claims
    where part_of is not null
),

wholes as (
    select *
    from placed_claims
    semi join (select part_of as claim_id from parts) using (claim_id)
),

sums as (
    select
        wholes.claim_id as whole_id,
        any_value(wholes.realm) as realm,
        any_value(wholes.key_group) as key_group,
        any_value(wholes.event_id) as event_id,
        any_value(wholes.metric) as metric,
        any_value(wholes.stage) as stage,
        any_value(wholes.rounded_low) as whole_low,
        any_value(wholes.rounded_high) as whole_high,
        any_value(wholes.interval_low) as whole_from,
        any_value(wholes.interval_high) as whole_to,
        list(parts.claim_id) as part_ids,
        count(*) as parts,
        bool_and(parts.parts_complete is true) as complete,
        sum(parts.interval_low * case when parts.basis = 'per_side' and wholes.basis = 'total' then 2 else 1 end) as sum_from,
        sum(parts.interval_high * case when parts.basis = 'per_side' and wholes.basis = 'total' then 2 else 1 end) as sum_to
    from parts
    join wholes on wholes.claim_id = parts.part_of and wholes.metric = parts.metric and wholes.realm = parts.realm
    where parts.basis is not distinct from wholes.basis
        or parts.basis is null
        or wholes.basis is null
        or wholes.basis = 'total'
    group by wholes.claim_id
)

select
    case when complete then 'sum_mismatch' else 'incomplete_parts' end as kind,
    cast(null as varchar) as severity,
    realm,
    key_group,
    event_id,
    metric,
    stage,
    unnest(list_append(part_ids, whole_id)) as claim_id,
    greatest(whole_from - sum_to, sum_from - whole_to, 0) as gap,
    least(whole_to, sum_to) as lower_end
from sums
where case
    when complete then parts > 1 and (sum_to < whole_low or sum_from >= whole_high)
    else sum_to < whole_low
end
