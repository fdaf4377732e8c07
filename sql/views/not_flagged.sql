-- One row is a pair of differing figures that was considered and not flagged, with the reason. Three things are looked at: figures that were
-- held against each other; figures of one event, metric and stage that were not, next to next by day and part; and the leading figures of one
-- metric from one event, stage or proposer to the next in time. Lists of every figure against every other would say less.
-- Kept as a view, since only a report asks for it.
-- Reads: pairs positions voices placed_claims findings events rules
with said as (
    select
        positions.*,
        events.event,
        events.told_from,
        events.told_to,
        events.deal_date,
        events.event_from,
        heard.claim_id,
        heard.position_origins
    from positions
    join events using (event_id)
    join (
        select position, arg_min(claim_id, (published, claim_id)) as claim_id, sum(origins) as position_origins
        from voices
        group by position
    ) as heard using (position)
    where positions.family <> 'ordinal'
),

flagged as (
    select distinct
        findings.kind,
        findings.key_group,
        placed_claims.position
    from findings
    join placed_claims using (key_group, claim_id)
    where findings.kind not in ('single_origin', 'ambiguous_event', 'delivery_gap')
),

shown as (
    select distinct one.position as a, other.position as b
    from flagged as one
    join flagged as other on other.kind = one.kind and other.key_group = one.key_group and other.position <> one.position
),

-- figures that the judging held against each other
compared as (
    select
        a,
        b,
        case
            when kind_of_pair is not null then 'one_voice'
            when not bases_fit
                and least(a_basis, b_basis) = 'per_side'
                and greatest(a_basis, b_basis) = 'total'
                and if(a_basis = 'total', a_low = 2 * b_low, b_low = 2 * a_low)
                then 'both_sides_added'
            when not bases_fit then 'basis'
            when not parties_fit then 'party'
            when not categories_fit then 'category'
            when not days_certain then 'days_unknown'
            when not bases_equal then 'basis_unknown'
            when not parties_equal then 'party_unknown'
            when not categories_equal then 'category_unknown'
            when one.unsure or other.unsure then 'unsure'
            when pairs.one_telling then 'one_telling'
            when pairs.other_scale then 'other_scale'
            when one.period_from is distinct from other.period_from then 'period'
            when one.growing and not (one.published <= other.last_published and other.published <= one.last_published) then 'growing'
            when pairs.family = 'total' and greatest(a_low, b_low) > total_factor * least(a_low, b_low) then 'other_total'
            else 'place_unknown'
        end as reason
    from pairs
    join said as one on one.position = a
    join said as other on other.position = b
    cross join rules
    where not same_number and (a, b) not in (select (a, b) from shown)
),

-- figures of one event, metric and stage that were not
cells as (
    select
        said.*,
        row_number() over cell as place,
        case
            when said.stage = 'denied' or (said.stage = 'proposed' and position_of is null) or (part and category is null) then position
        end as alone
    from said
    window cell as (
        partition by
            key_group, part, if(part, category, null), spot, occasion_from, occasion_to, period_from,
            if(said.stage = 'denied' or (said.stage = 'proposed' and position_of is null) or (part and category is null), position, null)
        order by position_origins desc, low desc, bound, basis, party, category
    )
),

next_cells as (
    select
        lag(position) over cells_of as a,
        position as b,
        case
            when stage = 'denied' then 'denied'
            when stage = 'proposed' and position_of is null then 'proposer_unknown'
            when part is distinct from lag(part) over cells_of then 'part'
            when part then 'parts'
            when spot is distinct from lag(spot) over cells_of then 'place'
            when period_from is distinct from lag(period_from) over cells_of then 'period'
            else 'other_days'
        end as reason
    from cells
    where place = 1
    window cells_of as (
        partition by key_group
        order by part, occasion_from nulls first, occasion_to, period_from nulls first, spot nulls first, category nulls first, low, high, bound, alone
    )
),

-- the leading figures from one event, stage or proposer to the next
groups as (
    select *
    from said
    where sides is not null and not part
    qualify row_number() over (partition by key_group order by position_origins desc, low desc, bound, basis, party, category) = 1
),

next_groups as (
    select
        lag(position) over groups_of as a,
        position as b,
        case
            when event_id = lag(event_id) over groups_of and stage <> lag(stage) over groups_of then 'stage'
            when stage = 'proposed' and lag(stage) over groups_of = 'proposed' and position_of is distinct from lag(position_of) over groups_of
                then 'proposer'
            when family in ('state', 'total') then 'window'
            else 'event'
        end as reason
    from groups
    window groups_of as (
        partition by metric, sides
        order by coalesce(event_from, deal_date, told_from) nulls last, event_id, stage, position_of
    )
),

considered as (
    from compared
    union all by name
    from next_cells
    union all by name
    from next_groups
),

figures as (
    select
        said.position,
        struct_pack(
            claim_id := said.claim_id,
            low := said.low,
            high := said.high,
            bound := said.bound,
            basis := said.basis,
            party := said.party,
            category := said.category,
            part := said.part,
            stage := said.stage,
            proposer := said.position_of,
            place := said.spot,
            event_id := said.event_id,
            event := said.event,
            from_date := said.occasion_from,
            to_date := said.occasion_to,
            speaker := voices.speaker,
            speaker_side := voices.speaker_side,
            publisher := voices.publisher,
            original_publisher := voices.original_publisher,
            published := said.published,
            origin := claims.origin
        ) as figure
    from said
    join voices using (position, claim_id)
    join claims using (claim_id)
)

select distinct
    b.event_id,
    b.event,
    b.sides,
    b.metric,
    b.stage,
    b.unit,
    considered.reason,
    one.figure as one,
    other.figure as other,
    b.key_group
from considered
join said as a on a.position = considered.a
join said as b on b.position = considered.b
join figures as one on one.position = if((a.low, a.position) <= (b.low, b.position) or a.key_group <> b.key_group, a.position, b.position)
join figures as other on other.position = if((a.low, a.position) <= (b.low, b.position) or a.key_group <> b.key_group, b.position, a.position)
where a.low <> b.low or a.high <> b.high
