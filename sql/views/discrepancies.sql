-- One row is a discrepancy: what the reports of one event, metric and stage disagree over, in one way. Its voices are in discrepancy_voices.
-- A review is shown while it stands, and where figures have changed since (review_state `reopened`).
-- Reads: findings placements events policy reviews
with gathered as (
    select
        findings.kind,
        case when bool_or(findings.severity = 'conflict') then 'conflict' else 'note' end as severity,
        findings.key_group,
        any_value(findings.metric) as metric,
        any_value(findings.stage) as stage,
        any_value(findings.event_key) as event_key,
        any_value(placements.unit) as unit,
        min(findings.gap) as gap,
        arg_min(findings.lower_end, findings.gap) as lower_end,
        count(distinct placements.report_id) as reports,
        count(distinct placements.origin_id) as origins,
        count(distinct placements.voice) as voices,
        array_to_string(list_sort(list_distinct(list(concat_ws(' ', low, high, bound)))), ', ') as figures
    from findings
    join placements using (claim_id)
    group by findings.kind, findings.key_group
)

select
    'd-' || left(md5(concat_ws('|', gathered.kind, gathered.metric, stage, gathered.event_key, figures)), 16) as id,
    gathered.kind,
    severity,
    gathered.metric,
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
    reviews.decision as review,
    reviews.state as review_state,
    reviews.review_id,
    gathered.key_group
from gathered
join events using (event_key)
join policy on policy.section = 'kinds' and policy.field = 'number' and policy.name = gathered.kind
left join reviews
    on reviews.kind = gathered.kind and reviews.key_group = gathered.key_group and reviews.state in ('stands', 'reopened')
order by severity, events.event_from, policy.number, gathered.metric, id
