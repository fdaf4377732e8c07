-- One row is what claims of one scope and stage say of their time: their own dates, their round of talks, the deal that they carry out or come
-- out of, and so how their event is looked for.
-- Reads: rules event_policy statements rounds eras
with said as (
    select
        moment,
        any_value(realm) as realm,
        any_value(scope) as scope,
        any_value(kind) as kind,
        any_value(family) as family,
        any_value(stage) as stage,
        any_value(position_of) as position_of,
        any_value(sides) as sides,
        any_value(from_date) as from_date,
        any_value(to_date) as to_date,
        any_value(round_number) as round_number,
        any_value(deal_date) as deal_date,
        any_value(day) as day,
        any_value(published) as published,
        any_value(case when published is null then report_id end) as lone_report
    from statements
    group by moment
),

named_rounds as (
    select distinct
        sides,
        round_number,
        coalesce(from_date, published) as about
    from said
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
        said.*,
        nearest_rounds.round_from,
        nearest_rounds.round_to
    from said
    left join nearest_rounds
        on nearest_rounds.sides = said.sides
        and nearest_rounds.round_number = said.round_number
        and nearest_rounds.about is not distinct from coalesce(said.from_date, said.published)
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
),

looked_for as (
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
        end as how,
        stage = 'reported' as recent,
        case when how in ('past', 'coming') then published end as slot_published,
        case when how in ('past', 'coming') then deal end as slot_deal,
        case when how in ('past', 'coming') then deal_until end as slot_until
    from with_deals
    join event_policy using (kind)
    cross join rules
)

select
    *,
    hash(scope, how, held_from, held_to, slot_published, slot_deal, slot_until, recent) as slot
from looked_for
