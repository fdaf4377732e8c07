-- One row is a claim that takes part in a sum: a whole or one of its parts, where the parts add up to something else. A whole can be divided twice,
-- by age and then by service: parts behind those that add up to it divide it anew.
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

divided as (
    select
        wholes.claim_id as whole_id,
        wholes.realm,
        wholes.key_group,
        wholes.event_id,
        wholes.metric,
        wholes.stage,
        wholes.rounded_low as whole_low,
        wholes.rounded_high as whole_high,
        wholes.interval_low as whole_from,
        wholes.interval_high as whole_to,
        parts.claim_id as part_id,
        parts.parts_complete is true as complete,
        case when parts.basis = 'per_side' and wholes.basis = 'total' then 2 else 1 end as times,
        sum(parts.interval_low * times) over so_far as sum_from,
        sum(parts.interval_high * times) over so_far as sum_to,
        count(*) over so_far as parts
    from parts
    join wholes on wholes.claim_id = parts.part_of and wholes.metric = parts.metric and wholes.realm = parts.realm
    where parts.basis is not distinct from wholes.basis
        or parts.basis is null
        or wholes.basis is null
        or wholes.basis = 'total'
    window so_far as (partition by wholes.claim_id order by parts.start, parts.claim_id)
),

sums as (
    select
        whole_id,
        realm,
        key_group,
        event_id,
        metric,
        stage,
        whole_low,
        whole_high,
        whole_from,
        whole_to,
        list(part_id) as part_ids,
        count(*) as parts,
        bool_and(complete) as complete,
        max(sum_from) as sum_from,
        max(sum_to) as sum_to
    from divided
    group by all
    having not bool_or(parts > 1 and sum_to >= whole_low and sum_from < whole_high)
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
