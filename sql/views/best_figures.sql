-- One row is what the record gives for one thing: low, best and high of a metric for an event, one basis, party, category, stage and stretch of days
-- (day_from and day_to are null where no report gives a day).
-- low and high are the ends of what the origins' latest figures claim; null where nobody gives that end, or somebody's figure lies beyond it. best is null unless a reviewer prefers
-- a figure, or every origin gives the same number and no conflict over it is open. Copies of one text count as one origin. `ground` says why:
-- reviewer, all_origins, one_origin; or why there is no best: unconfirmed, range, elsewhere (a reviewer prefers a figure that counts something
-- else), conflict (one is open), differ (the figures do), bounded (nobody gives a number, only a bound or a vague word).
-- Kept as a view, since a review can come at any time.
-- Reads: rules placed_claims events findings reviews
with windows as (
    select
        placed_claims.*,
        -- states are compared within so many days of one another alone
        case
            when how = 'state' then cast(floor((day - min(day) over (partition by event_id, metric)) / (state_days + 1)) as integer)
        end as part_of_time
    from placed_claims
    cross join rules
    where family <> 'ordinal' and stage <> 'denied' and (stage <> 'proposed' or position_of is not null) and (not part or category is not null)
),

keyed as (
    select
        windows.*,
        hash(
            event_id, metric, stage, position_of, part, basis, party, category, spot, occasion_from, occasion_to, dated, part_of_time, period_from
        ) as figure_key
    from windows
),

-- a voice's earlier figure is history
latest as (
    select *
    from keyed
    qualify coalesce(published = max(published) over (partition by figure_key, voice), true)
),

disputes as (
    select
        figure_key,
        findings.severity,
        reviews.review_id,
        reviews.decision,
        reviews.low,
        reviews.high,
        reviews.bound,
        bool_or(
            latest.low = reviews.low
            and latest.high = reviews.high
            and latest.bound = reviews.bound
            and latest.basis is not distinct from reviews.basis
            and latest.party is not distinct from reviews.party
            and latest.category is not distinct from reviews.category
        ) as preferred_here
    from latest
    join findings using (claim_id)
    left join reviews on reviews.kind = findings.kind and reviews.key_group = findings.key_group and reviews.state = 'stands'
    group by all
),

rulings as (
    select
        figure_key,
        bool_or(severity = 'conflict' and decision is null) as in_conflict,
        bool_or(decision = 'unconfirmed') as unconfirmed,
        bool_or(decision = 'range') as ranged,
        bool_or(decision = 'prefer' and not preferred_here) as elsewhere,
        count(distinct hash(low, high, bound)) filter (decision = 'prefer' and preferred_here) = 1 as preferred,
        any_value(low) filter (decision = 'prefer' and preferred_here) as preferred_low,
        any_value(high) filter (decision = 'prefer' and preferred_here) as preferred_high,
        any_value(bound) filter (decision = 'prefer' and preferred_here) as preferred_bound,
        list_sort(list(distinct review_id) filter (review_id is not null)) as review_ids
    from disputes
    group by figure_key
),

gathered as (
    select
        figure_key,
        any_value(event_id) as event_id,
        any_value(metric) as metric,
        any_value(unit) as unit,
        any_value(stage) as stage,
        any_value(position_of) as position_of,
        any_value(basis) as basis,
        any_value(party) as party,
        any_value(category) as category,
        any_value(part) as part,
        any_value(spot) as spot,
        min(case when how = 'state' then day when family = 'total' then period_from when dated then occasion_from end) as day_from,
        max(case when family in ('state', 'total') then day when dated then occasion_to end) as day_to,
        min(interval_low) filter (interval_low > 0 or low = 0) as least,
        max(interval_high) filter (not isinf(interval_high)) as most,
        min(interval_high) as lowest_top,
        min(interval_high) filter (high_open) as lowest_open_top,
        max(interval_low) as highest_foot,
        max(interval_low) filter (low_open) as highest_open_foot,
        case
            when min(low) filter (bound <> 'vague') = max(high) filter (bound <> 'vague')
                and bool_and(bound in ('exact', 'about', 'vague'))
                and not bool_or(unsure)
                and coalesce(max(low) filter (bound = 'vague') <= min(low) filter (bound <> 'vague'), true)
                and coalesce(min(high) filter (bound = 'vague') >= min(low) filter (bound <> 'vague'), true)
                then min(low) filter (bound <> 'vague')
        end as agreed,
        case when bool_or(bound = 'exact') then 'exact' else 'about' end as agreed_bound,
        count(distinct hash(low, high, bound)) as figures,
        count(distinct origin_id) as origins,
        count(distinct speaker_side) filter (speaker_side <> 'third') as speaking_sides,
        count(distinct report_id) as reports,
        count(distinct voice) as voices,
        list(claim_id order by claim_id) as claim_ids
    from latest
    group by figure_key
),

grounded as (
    select
        gathered.*,
        rulings.* exclude (figure_key),
        -- an end is none where somebody's figure lies wholly beyond it
        case when lowest_top >= least and coalesce(lowest_open_top > least, true) then least end as low,
        case when highest_foot <= most and coalesce(highest_open_foot < most, true) then most end as high,
        case
            when unconfirmed then 'unconfirmed'
            when ranged then 'range'
            when preferred then 'reviewer'
            when elsewhere then 'elsewhere'
            when in_conflict then 'conflict'
            when agreed is not null and origins > 1 then 'all_origins'
            when agreed is not null then 'one_origin'
            when figures = 1 then 'bounded'
            else 'differ'
        end as ground
    from gathered
    left join rulings using (figure_key)
)

select
    events.event_id,
    events.event,
    events.event_kind,
    events.sides,
    events.event_from,
    events.event_to,
    grounded.metric,
    unit,
    grounded.stage,
    grounded.position_of,
    basis,
    party,
    category,
    part,
    spot as place,
    day_from,
    day_to,
    case when ground = 'reviewer' and preferred_low < preferred_high then preferred_low else low end as low,
    case
        when ground = 'reviewer' and preferred_low = preferred_high then preferred_low
        when ground in ('all_origins', 'one_origin') then agreed
    end as best,
    case when ground = 'reviewer' and preferred_low < preferred_high then preferred_high else high end as high,
    case when ground = 'reviewer' then preferred_bound when ground in ('all_origins', 'one_origin') then agreed_bound end as best_bound,
    ground,
    origins,
    speaking_sides,
    grounded.reports,
    voices,
    claim_ids,
    review_ids
from grounded
join events using (event_id)
order by events.event_from nulls last, events.event, grounded.metric, grounded.stage, position_of, part, basis, party, category, day_from, claim_ids
