-- One row is a claim about a figure that one voice has agreed or completed and another denied, or only proposed, at the same time.
-- Reads: rules placements
with firm as (
    select *
    from placements
    where status in ('agreed', 'completed') and family <> 'ordinal' and sides is not null
),

contrary as (
    select *
    from placements
    where status in ('denied', 'proposed') and family <> 'ordinal' and sides is not null
),

opposed as (
    select
        firm.claim_id,
        contrary.claim_id as contrary_id,
        firm.event_key,
        firm.metric,
        firm.stage,
        firm.position_of
    from firm
    join contrary
        on contrary.scope = firm.scope
        and contrary.metric = firm.metric
        and contrary.low = firm.low
        and contrary.high = firm.high
        and contrary.voice <> firm.voice
        and contrary.basis is not distinct from firm.basis
        and contrary.party is not distinct from firm.party
        and contrary.category is not distinct from firm.category
        and contrary.part = firm.part
    cross join rules
    where case
        when contrary.status = 'denied' then abs(contrary.published - firm.published) <= status_days
        else firm.status = 'agreed' and contrary.published - firm.published between 0 and status_days
    end
        and (contrary.event_key = firm.event_key or not (contrary.dated and firm.dated))
        and contrary.voice not in (
            select agreeing.voice
            from firm as agreeing
            where agreeing.scope = contrary.scope
                and agreeing.metric = contrary.metric
                and agreeing.low = contrary.low
                and agreeing.high = contrary.high
        )
)

select
    'status_conflict' as kind,
    cast(null as varchar) as severity,
    hash(event_key, metric, stage, position_of) as key_group,
    event_key,
    metric,
    stage,
    unnest([claim_id, contrary_id]) as claim_id,
    cast(0 as double) as gap,
    cast(null as double) as lower_end
from opposed
