-- One row is a completed figure that is dated on one day of a deal's delivery and as large as the deal, beside a figure half as large for the same
-- day: it is about all that the deal delivered, not about the day. Where the deal was delivered in one stretch of days, those are the figure's.
-- Reads: statements first_placements intervals islands
with exchanged as (
    select distinct
        first_placements.realm,
        first_placements.scope,
        first_placements.moment,
        metric,
        first_placements.stage,
        party,
        low,
        high,
        bound,
        first_placements.deal,
        first_placements.deal_until,
        how,
        occasion_from,
        occasion_to
    from statements
    join first_placements using (moment)
    where statements.kind = 'exchange'
        and not part
        and (
            (first_placements.stage = 'agreed' and first_placements.deal is not null)
            or (first_placements.stage = 'completed' and how = 'dated' and occasion_from = occasion_to)
        )
),

measured as (
    select *
    from exchanged
    join intervals using (low, high, bound)
),

agreed as (
    select distinct scope, metric, deal, deal_until, rounded_low, rounded_high
    from measured
    where stage = 'agreed' and bound in ('exact', 'about', 'nearly')
),

stages as (
    select scope, metric, party, occasion_from, min(interval_high) as smallest
    from measured
    where stage = 'completed'
    group by all
),

wholes as (
    select
        done.scope,
        done.moment,
        done.metric,
        done.party,
        done.low,
        done.high,
        done.bound,
        max(agreed.deal) as deal,
        max(agreed.deal_until) as deal_until
    from measured as done
    join agreed
        on agreed.scope = done.scope
        and agreed.metric = done.metric
        and done.occasion_from >= agreed.deal
        and done.occasion_from < agreed.deal_until
        and done.rounded_low < agreed.rounded_high
        and done.rounded_high > agreed.rounded_low
    join stages
        on stages.scope = done.scope
        and stages.metric = done.metric
        and stages.occasion_from = done.occasion_from
        and coalesce(stages.party = done.party, true)
        and stages.smallest * 2 <= done.interval_low
    where done.stage = 'completed'
    group by all
)

select
    wholes.moment,
    wholes.metric,
    wholes.party,
    wholes.low,
    wholes.high,
    wholes.bound,
    wholes.deal,
    wholes.deal_until,
    count(islands.island) as stretches,
    min(islands.island_from) as whole_from,
    max(islands.island_to) as whole_to
from wholes
left join islands
    on islands.scope = wholes.scope
    and islands.island_from >= wholes.deal
    and islands.island_from < wholes.deal_until
group by wholes.moment, wholes.metric, wholes.party, wholes.low, wholes.high, wholes.bound, wholes.deal, wholes.deal_until
