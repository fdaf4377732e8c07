-- One row is a distinct figure: the interval that it claims, and the one that its rounding leaves open (from rounded_low up to, but
-- without, rounded_high), the same interval where the figure is not exact.
-- Reads: bounds rules statements versions
with figures as (
    select low, high, bound
    from statements
    union
    select low, high, bound
    from claims
    where report_id in (select report_id from versions)
),

zeros as (
    select
        figures.*,
        case
            when low = floor(low) and low between 1 and 1e15
                then length(cast(cast(low as bigint) as varchar)) - length(rtrim(cast(cast(low as bigint) as varchar), '0'))
            else 0
        end as zeros
    from figures
),

precisions as (
    select
        zeros.*,
        case
            when zeros >= smallest_zeros then least(pow(10, zeros) / 2, rounding_share * low)
            else rounding_otherwise
        end as precision
    from zeros
    cross join rules
)

select
    low,
    high,
    bound,
    case when low_factor = 0 then 0 else low * low_factor end as interval_low,
    low_open,
    case when isinf(high_factor) then 'inf'::double else high * high_factor end as interval_high,
    high_open,
    case when bound = 'exact' then low - precision else interval_low end as rounded_low,
    case when bound = 'exact' then high + precision else interval_high end as rounded_high
from precisions
join bounds using (bound)
