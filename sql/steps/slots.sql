-- One row is a scope with a time that some claims give: how many stretches of days there fit it, and which where one alone does.
-- Reads: rules islands moments
with slots as (
    select distinct slot, scope, how, held_from, held_to, slot_published, slot_deal, slot_until, recent
    from moments
    where how in ('dated', 'loose', 'past', 'coming')
),

fits as (
    select
        slots.*,
        islands.island,
        islands.island_from,
        islands.island_to
    from slots
    left join rules on true
    left join islands
        on islands.scope = slots.scope
        and case slots.how
            when 'dated' then island_from <= held_from and island_to >= held_to
            when 'loose' then island_from <= held_to and island_to >= held_from
            when 'past' then
                island_to <= coalesce(slot_published, slot_until)
                and island_to >= coalesce(slot_deal, slot_published - case when recent then state_days else memory_days end)
                and island_from <= coalesce(slot_until, slot_published)
            when 'coming' then
                island_to >= coalesce(slot_deal, slot_published)  -- what a deal agreed is not what its last days deliver
                and island_from >= coalesce(slot_deal, island_from)
                and island_from <= coalesce(slot_until, slot_published + horizon_days)
        end
)

select
    slot,
    count(island) as fitting,
    list(island) as islands,
    case when count(island) = 1 then min(island_from) end as island_from,
    case when count(island) = 1 then max(island_to) end as island_to
from fits
group by slot
