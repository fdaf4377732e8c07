-- One row is a claim in a discrepancy: all that was found of any kind.
-- Kept by realm: a load renews only what it touches.
-- Reads: found_in_pairs found_in_histories found_in_edits found_in_totals found_in_parts found_in_dates found_in_statuses found_in_deliveries found_in_origins found_in_events policy
with found as (
    from found_in_pairs
    union all by name
    from found_in_histories
    union all by name
    from found_in_edits
    union all by name
    from found_in_totals
    union all by name
    from found_in_parts
    union all by name
    from found_in_dates
    union all by name
    from found_in_statuses
    union all by name
    from found_in_deliveries
    union all by name
    from found_in_origins
    union all by name
    from found_in_events
)

select
    found.kind,
    coalesce(max(found.severity) filter (found.severity <> policy.word), any_value(policy.word)) as severity,
    any_value(found.realm) as realm,
    found.key_group,
    any_value(found.event_id) as event_id,
    any_value(found.metric) as metric,
    any_value(found.stage) as stage,
    found.claim_id,
    min(gap) as gap,
    arg_min(lower_end, gap) as lower_end
from found
join policy on policy.section = 'kinds' and policy.field = 'word' and policy.name = found.kind
group by found.kind, found.key_group, found.claim_id
