-- Takes: draft
-- One row is a claim of the draft with a claim of the record that it was held against, and what the judgements say of the two: `agrees`, the kind of
-- discrepancy, or null where they count different things of one event. A claim of the draft that nothing was held against has a row of its own.
with said as (
    select
        *,
        report_id in (select unnest($draft)) as drafted
    from placed_claims
),

both_ways as (
    select a, b, kind_of_pair, same_number, gap, lower_end
    from pairs
    union all
    select b, a, kind_of_pair, same_number, gap, lower_end
    from pairs
),

held as (
    select
        mine.claim_id as draft_claim,
        theirs.claim_id as record_claim,
        case
            when mine.position = theirs.position then 'agrees'
            when kind_of_pair is not null then kind_of_pair
            when same_number then 'agrees'
        end as relation,
        kind_of_pair = 'basis_mismatch' and (mine.basis is null or theirs.basis is null) as softened,
        gap,
        lower_end
    from said as mine
    join said as theirs on theirs.event_id = mine.event_id and theirs.metric = mine.metric and not theirs.drafted
    left join both_ways on both_ways.a = mine.position and both_ways.b = theirs.position
    where mine.drafted
),

-- what is no matter of two figures on one key
besides as (
    select
        mine.claim_id as draft_claim,
        theirs.claim_id as record_claim,
        found.kind as relation,
        false as softened,
        found.gap,
        found.lower_end
    from findings as found
    join said as mine on mine.claim_id = found.claim_id and mine.drafted
    join findings as others on others.kind = found.kind and others.key_group = found.key_group
    join said as theirs on theirs.claim_id = others.claim_id and theirs.claim_id <> mine.claim_id
    where (found.kind in ('sum_mismatch', 'incomplete_parts') and theirs.report_id = mine.report_id)
        or (found.kind = 'status_conflict' and not theirs.drafted and theirs.status <> mine.status)
        or (found.kind = 'decreasing_total' and not theirs.drafted and theirs.low <> mine.low)
        or (found.kind = 'date_conflict' and not theirs.drafted and (theirs.to_date < mine.from_date or theirs.from_date > mine.to_date))
),

related as (
    select *
    from held
    where not exists (
        select 1
        from besides
        where besides.draft_claim = held.draft_claim and besides.record_claim = held.record_claim
    )
    union all
    select * from besides
)

select
    claims.claim_id as draft_claim,
    events.event,
    events.event_id,
    related.record_claim,
    related.relation,
    case when related.softened then 'note' else policy.word end as severity,
    related.gap,
    case when related.lower_end > 0 then round(100 * related.gap / related.lower_end, 1) end as gap_percent
from claims
join placed_claims using (claim_id)
join events using (event_id)
left join related on related.draft_claim = claims.claim_id
left join policy on policy.section = 'kinds' and policy.field = 'word' and policy.name = related.relation
where claims.report_id in (select unnest($draft))
order by claims.start, claims.claim_id, related.record_claim;
