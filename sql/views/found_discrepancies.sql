-- One row is a discrepancy as it was found, before any review: what the reports of one event, metric and stage disagree over, in one way.
-- Kept by realm: a load renews only what it touches.
-- Reads: findings quoted_claims events
with gathered as (
    select
        findings.kind,
        case when bool_or(findings.severity = 'conflict') then 'conflict' else 'note' end as severity,
        findings.key_group,
        any_value(findings.realm) as realm,
        any_value(findings.metric) as metric,
        any_value(findings.stage) as stage,
        any_value(findings.event_id) as event_id,
        any_value(quoted_claims.unit) as unit,
        min(findings.gap) as gap,
        arg_min(findings.lower_end, findings.gap) as lower_end,
        count(distinct quoted_claims.newest_id) as reports,
        count(distinct quoted_claims.origin_id) as origins,
        count(distinct quoted_claims.voice) as voices,
        array_to_string(list_sort(list_distinct(list(concat_ws(' ', low, high, bound)))), ', ') as figures
    from findings
    join quoted_claims using (claim_id)
    group by findings.kind, findings.key_group
)

select
    'd-' || left(md5(concat_ws('|', gathered.kind, metric, stage, gathered.event_id, figures)), 16) as id,
    gathered.kind,
    severity,
    metric,
    stage,
    events.event_kind,
    events.sides,
    events.event_from,
    events.event_to,
    events.event,
    events.event_id,
    unit,
    gap,
    case when lower_end > 0 and gap is not null then round(100 * gap / lower_end, 1) end as gap_percent,
    gathered.reports,
    gathered.origins,
    gathered.voices,
    figures,
    gathered.key_group,
    gathered.realm
from gathered
join events using (event_id)
