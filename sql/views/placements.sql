-- One row is a claim with its event, as first_placements has it, but for two corrections. A figure dated on one day of a deal's delivery that is as
-- large as the deal, beside a figure half as large for the same day, is about all that the deal delivered, not about the day. And where one
-- voice gives two numbers for one key in one report, neither is sure to be about it.
-- Reads: first_placements islands
with agreed as (
    select distinct
        scope,
        metric,
        deal,
        deal_until,
        rounded_low,
        rounded_high
    from first_placements
    where kind = 'exchange' and stage = 'agreed' and deal is not null and not part and bound in ('exact', 'about', 'nearly')
),

stages as (
    select
        scope,
        metric,
        party,
        occasion_from,
        min(interval_high) as smallest
    from first_placements
    where kind = 'exchange' and stage = 'completed' and how = 'dated' and occasion_from = occasion_to and not part
    group by all
),

wholes as (
    select
        done.claim_id,
        max(agreed.deal) as whole_deal,
        max(agreed.deal_until) as whole_until
    from first_placements as done
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
    where done.kind = 'exchange' and done.stage = 'completed' and done.how = 'dated' and done.occasion_from = done.occasion_to and not done.part
    group by done.claim_id
),

stretches as (
    select
        wholes.claim_id,
        any_value(wholes.whole_deal) as whole_deal,
        any_value(wholes.whole_until) as whole_until,
        count(islands.island) as stretches,
        min(islands.island_from) as whole_from,
        max(islands.island_to) as whole_to
    from wholes
    join first_placements using (claim_id)
    left join islands
        on islands.scope = first_placements.scope
        and islands.island_from >= wholes.whole_deal
        and islands.island_from < wholes.whole_until
    group by wholes.claim_id
)

select
    first_placements.* exclude (event_key, occasion_from, occasion_to, dated, anchor, deal, deal_until),
    coalesce(whole_deal, deal) as deal,
    coalesce(whole_until, deal_until) as deal_until,
    case when stretches > 1 then 'deal' else anchor end as anchor,
    case when stretches > 1 then concat_ws('|', scope, 'deal', whole_deal) else event_key end as event_key,
    case when stretches > 1 then null when stretches = 1 then whole_from else occasion_from end as occasion_from,
    case when stretches > 1 then null when stretches = 1 then whole_to else occasion_to end as occasion_to,
    dated and coalesce(stretches, 1) = 1 as dated,
    min(low) over same <> max(low) over same or min(high) over same <> max(high) over same as unsure
from first_placements
left join stretches using (claim_id)
window same as (
    partition by
        report_id, voice, event_key, metric, stage, position_of, basis, party, category, part, spot,
        case when stretches = 1 then whole_from when stretches is null then occasion_from end,
        case when stretches = 1 then whole_to when stretches is null then occasion_to end,
        stretches > 1
)
