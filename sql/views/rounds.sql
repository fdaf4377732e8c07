-- One row is a round of talks: the day that most reports give it. Days further apart than the policy says are rounds of other talks.
-- Kept by realm: a load renews only what it touches.
-- Reads: rules event_policy statements
with votes as (
    select
        scope,
        sides,
        round_number,
        from_date,
        to_date,
        count(distinct report_id) as reports
    from statements
    join event_policy using (kind)
    where kind = 'talks'
        and round_number is not null
        and status not in ('proposed', 'denied')
        and to_date - from_date + 1 between 1 and wide
    group by all
),

stretches as (
    select
        votes.*,
        from_date - lag(from_date) over (partition by scope, round_number order by from_date) > round_days as apart
    from votes
    cross join rules
),

series as (
    select
        stretches.*,
        sum(cast(coalesce(apart, false) as integer)) over (partition by scope, round_number order by from_date) as series
    from stretches
)

select
    scope as realm,
    scope,
    sides,
    round_number,
    series,
    min(from_date) as first_from,
    max(from_date) as last_from,
    arg_max(from_date, reports * 100000 - (from_date - date '2000-01-01')) as round_from,
    arg_max(to_date, reports * 100000 - (from_date - date '2000-01-01')) as round_to
from series
group by scope, sides, round_number, series
