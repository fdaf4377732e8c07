-- One row is a pair of distinct figures on one key that have something to say to each other, with the first kind that applies, how far apart they
-- are at least, and whether a conflict is possible: whether all that makes them comparable is known and equal.
-- Reads: rules event_policy positions
-- Kept by realm: a load renews only what it touches.
with sides as (
    select
        positions.*,
        coalesce(interval_high, 'inf'::double) as top,
        coalesce(rounded_high, 'inf'::double) as rounded_top,
        bound = 'exact' or high_open as rounded_top_open,
        slack
    from positions
    join event_policy using (kind)
    where family <> 'ordinal'
        and stage <> 'denied'
        and (stage <> 'proposed' or position_of is not null)
        and (not part or category is not null)
),

compared as (
    select
        a.realm,
        a.key_group,
        a.event_id,
        a.metric,
        a.position as a,
        b.position as b,
        a.low = b.low and a.high = b.high as same_number,
        a.bound as a_bound,
        b.bound as b_bound,
        a.basis as a_basis,
        b.basis as b_basis,
        a.low as a_low,
        b.low as b_low,
        a.family,
        a.stage,
        a.kind,
        a.unit,
        a.category as a_category,
        b.category as b_category,
        a.unilateral or b.unilateral as unilateral,
        coalesce(a.category = b.category, true) as categories_fit,
        a.category is not distinct from b.category as categories_equal,
        coalesce(a.basis = b.basis, true) as bases_fit,
        a.basis is not distinct from b.basis as bases_equal,
        coalesce(a.party = b.party, true) as parties_fit,
        a.party is not distinct from b.party as parties_equal,
        -- the days
        case
            when a.family in ('state', 'total') then true
            when a.dated and b.dated then true
            when a.dated <> b.dated then false
            when a.stage = 'agreed' then true
            when a.stage = 'proposed'
                then greatest(a.published, b.published) - least(a.last_published, b.last_published) <= position_conflict_days
            else
                coalesce(a.deal = b.deal, false)
                or (a.published <= b.last_published and b.published <= a.last_published)
                or list_has_any(a.report_ids, b.report_ids)
        end as days_certain,
        -- the rest of what must be known
        not a.unsure
        and not b.unsure
        and ((a.spot is not distinct from b.spot and a.broad = b.broad) or a.kind not in ('attack', 'deployment'))
        and a.period_from is not distinct from b.period_from
        and (a.sides is not null or a.spot is not null or list_has_any(a.report_ids, b.report_ids))
        and (not a.placed or a.spot is not null or a.event_kind is null)
        and (not a.growing or (a.published <= b.last_published and b.published <= a.last_published))
        and (a.family <> 'total' or greatest(a.low, b.low) <= total_factor * least(a.high, b.high)) as rest_certain,
        not (a.attributed and b.attributed)
        and (
            (a.report_ids = b.report_ids and len(a.report_ids) = 1)
            or (
                a.kind in ('exchange', 'return') -- whoever tells the smaller tells the larger: a stage or a part of it
                and (
                    (a.high * 2 <= b.low and list_has_all(b.report_ids, a.report_ids))
                    or (b.high * 2 <= a.low and list_has_all(a.report_ids, b.report_ids))
                )
            )
        ) as one_telling,
        greatest(a.low, b.low) > scale_factor * least(a.high, b.high)
        and a.kind not in ('talks', 'ceasefire') -- a length has neither stages nor parts
        and (
            not (a.attributed and b.attributed)
            or (a.kind in ('exchange', 'return') and least(a.high, b.high) = 1) -- one person of whom more is told
            or ('vague' in (a.bound, b.bound) and greatest(a.low, b.low) > scale_vague * least(a.high, b.high))
        ) as other_scale,
        -- the intervals
        (a.interval_low < b.top or (a.interval_low = b.top and not a.low_open and not b.high_open))
        and (b.interval_low < a.top or (b.interval_low = a.top and not b.low_open and not a.high_open)) as meet,
        (a.rounded_low < b.rounded_top or (a.rounded_low = b.rounded_top and not a.low_open and not b.rounded_top_open))
        and (b.rounded_low < a.rounded_top or (b.rounded_low = a.rounded_top and not b.low_open and not a.rounded_top_open)) as nearly_meet,
        greatest(a.interval_low - b.top, b.interval_low - a.top, 0) as gap,
        least(a.top, b.top) as lower_end
    from sides as a
    join sides as b on a.key_group = b.key_group and a.position < b.position
    cross join rules
    where a.part = b.part
        and coalesce(a.spot = b.spot, true)
        and (not a.part or a.category = b.category)
        and coalesce(a.period_from = b.period_from, true)
        and case
            when a.family = 'state'
                then coalesce(abs(a.state_day - b.state_day) <= state_days, list_has_any(a.report_ids, b.report_ids))
            when a.occasion_from is not distinct from b.occasion_from and a.occasion_to is not distinct from b.occasion_to then true
            else coalesce(
                (a.occasion_from <= b.occasion_from and a.occasion_to >= b.occasion_to and a.occasion_to - a.occasion_from < a.slack)
                or (b.occasion_from <= a.occasion_from and b.occasion_to >= a.occasion_to and b.occasion_to - b.occasion_from < a.slack),
                false
            )
        end
)

select
    *,
    days_certain and rest_certain and not one_telling and not other_scale and bases_equal and parties_equal and categories_equal as certain,
    case
        when not parties_fit and not (a_basis <> b_basis) then null
        when same_number
            and least(a_basis, b_basis) = 'per_side'
            and greatest(a_basis, b_basis) = 'total'
            and days_certain
            and rest_certain
            and categories_equal
            then 'basis_mismatch'
        when (a_basis is null or b_basis is null)
            and kind in ('exchange', 'return')
            and unit in ('person', 'body')
            and a_bound = 'exact'
            and b_bound = 'exact'
            and (a_low = 2 * b_low or b_low = 2 * a_low)
            and categories_fit
            then 'basis_mismatch'
        when unilateral
            and least(a_basis, b_basis) = 'one_side'
            and greatest(a_basis, b_basis) = 'per_side'
            and (meet or nearly_meet)
            and days_certain
            and rest_certain
            and categories_equal
            then 'reciprocity_conflict'
        when not bases_fit or not parties_fit then null
        when not meet and not nearly_meet
            then case
                when days_certain and rest_certain and not one_telling and not other_scale and bases_equal and parties_equal and categories_equal
                    then 'value_conflict'
            end
        when same_number and not categories_equal then case when unit in ('person', 'body') then 'category_shift' end
        when not categories_fit then null
        when same_number and a_bound <> b_bound and (meet or a_bound = 'exact' or b_bound = 'exact') then 'bound_changed'
        when same_number then null
        when not meet then 'rounding'
        when a_bound = 'exact' and b_bound = 'exact' then 'rounding'
        when (a_bound = 'vague' and b_bound = 'exact') or (a_bound = 'exact' and b_bound = 'vague') then 'rounding'
        else 'compatible_difference'
    end as kind_of_pair
from compared
