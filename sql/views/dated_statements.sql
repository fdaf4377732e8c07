-- One row is a claim with what fixes its event in time: its own dates, its round of talks, the deal that it carries out or comes out of,
-- and so how its event is looked for.
-- Reads: rules event_policy statements rounds eras
with named_rounds as (
    select distinct
        sides,
        round_number,
        coalesce(from_date, published) as about
    from statements
    where round_number is not null
),

nearest_rounds as (
    select
        named_rounds.sides,
        named_rounds.round_number,
        named_rounds.about,
        arg_min(rounds.round_from, coalesce(abs(rounds.round_from - about), 0)) as round_from,
        arg_min(rounds.round_to, coalesce(abs(rounds.round_from - about), 0)) as round_to
    from named_rounds
    join rounds using (sides, round_number)
    group by all
),

with_rounds as (
    select
        statements.*,
        nearest_rounds.round_from,
        nearest_rounds.round_to
    from statements
    left join nearest_rounds
        on nearest_rounds.sides = statements.sides
        and nearest_rounds.round_number = statements.round_number
        and nearest_rounds.about is not distinct from coalesce(statements.from_date, statements.published)
),

timed as (
    select
        with_rounds.*,
        case when kind = 'talks' then coalesce(round_from, from_date) else from_date end as held_from,
        case when kind = 'talks' then coalesce(round_to, to_date) else to_date end as held_to,
        coalesce(deal_date, case when kind <> 'talks' then round_from end) as told_deal
    from with_rounds
),

in_eras as (
    select
        timed.*,
        eras.era_from,
        eras.era_until
    from timed
    asof left join eras
        on timed.sides = eras.sides
        and coalesce(timed.told_deal, timed.published) >= eras.era_from
),

with_deals as (
    select
        in_eras.* exclude (held_from, held_to),
        case when not (kind = 'exchange' and stage = 'agreed' and held_from is not distinct from era_from) then held_from end as held_from,
        case when not (kind = 'exchange' and stage = 'agreed' and held_from is not distinct from era_from) then held_to end as held_to,
        case
            when told_deal - era_from <= 3 then era_from
            when told_deal is not null then told_deal
            when stage = 'agreed' and kind <> 'talks' and published - era_from <= horizon_days then era_from
        end as deal
    from in_eras
    cross join rules
)

select
    with_deals.*,
    least(deal + delivery_days, coalesce(era_until, deal + delivery_days)) as deal_until,
    case
        when family in ('state', 'total') then family
        when held_from is not null and stage <> 'proposed' and held_to - held_from + 1 between 1 and greatest(wide, 1) then 'dated'
        when held_from is not null and kind = 'talks' and round_from is not null then 'dated'
        when held_from is not null then 'loose'
        when published is null and deal is null then 'alone'
        when family = 'ordinal' then 'round'
        when stage = 'proposed' then 'position'
        when stage = 'agreed' then 'coming'
        else 'past'
    end as how
from with_deals
join event_policy using (kind)
cross join rules
