-- One row is a claim about a figure that one voice has agreed or completed and another denied, or only proposed, at the same time.
-- Reads: rules placed_claims
with said as (
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
        list(claim_id) as claim_ids
    from placed_claims
    where status in ('agreed', 'completed', 'denied', 'proposed') and family <> 'ordinal' and sides is not null
    group by all
),

contrary as (
    select *
    from said
    where status in ('denied', 'proposed')
),

firm as (
    select said.*
    from said
    semi join contrary using (scope, metric, low, high)
    where status in ('agreed', 'completed')
),

firm_voices as (
    select distinct event_id, metric, low, high, voice
    from firm
),

opposed as (
    select
        firm.* exclude (claim_ids),
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
    cross join rules
    where own.voice is null
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
