-- One row is a claim about a figure that one voice has agreed or completed and another denied, or only proposed, at the same time. A report that
-- tells the proposal and the agreement only proposes nothing.
-- Reads: rules placed_claims
with doubted as (
    select distinct scope, metric, low, high
    from placed_claims
    where status in ('denied', 'proposed') and family <> 'ordinal' and sides is not null
),

said as (
    select
        realm,
        scope,
        metric,
        low,
        high,
        basis,
        party,
        category,
        part,
        status,
        event_id,
        stage,
        key_group,
        dated,
        voice,
        published,
        list(claim_id) as claim_ids,
        list_distinct(list(report_id)) as report_ids
    from placed_claims
    semi join doubted using (scope, metric, low, high)
    where status in ('agreed', 'completed', 'denied', 'proposed') and family <> 'ordinal' and sides is not null
    group by all
),

contrary as (
    select *
    from said
    where status in ('denied', 'proposed')
),

firm as (
    select *
    from said
    where status in ('agreed', 'completed')
),

firm_voices as (
    select distinct event_id, metric, low, high, voice
    from firm
),

firm_reports as (
    select event_id, metric, low, high, flatten(list(report_ids)) as report_ids
    from firm
    group by all
),

opposed as (
    select
        firm.* exclude (claim_ids, report_ids),
        firm.claim_ids,
        contrary.claim_ids as contrary_ids
    from firm
    join contrary
        on contrary.scope = firm.scope
        and contrary.metric = firm.metric
        and contrary.low = firm.low
        and contrary.high = firm.high
        and contrary.basis is not distinct from firm.basis
        and contrary.party is not distinct from firm.party
        and contrary.category is not distinct from firm.category
        and contrary.part = firm.part
    left join firm_voices as own
        on own.event_id = firm.event_id
        and own.metric = firm.metric
        and own.low = firm.low
        and own.high = firm.high
        and own.voice = contrary.voice
    join firm_reports
        on firm_reports.event_id = firm.event_id
        and firm_reports.metric = firm.metric
        and firm_reports.low = firm.low
        and firm_reports.high = firm.high
    cross join rules
    where own.voice is null
        and (contrary.status = 'denied' or not list_has_any(contrary.report_ids, firm_reports.report_ids)) -- what it proposed came to be agreed
        and case
            when contrary.status = 'denied' then abs(contrary.published - firm.published) <= status_days
            else firm.status = 'agreed' and contrary.published - firm.published between 0 and status_days
        end
        and (contrary.event_id = firm.event_id or not (contrary.dated and firm.dated))
),

gathered as (
    select
        realm,
        key_group,
        event_id,
        metric,
        stage,
        flatten(list(claim_ids)) || flatten(list(contrary_ids)) as claim_ids
    from opposed
    group by realm, key_group, event_id, metric, stage
)

select
    'status_conflict' as kind,
    cast(null as varchar) as severity,
    realm,
    key_group,
    event_id,
    metric,
    stage,
    unnest(list_distinct(claim_ids)) as claim_id,
    cast(0 as double) as gap,
    cast(null as double) as lower_end
from gathered
