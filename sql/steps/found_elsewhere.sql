-- One row is a report that gives no day of its own to what two events fit, and the one of them that it dates in another sentence.
-- Reads: statements moments slots islands
with open_ends as (
    select distinct
        statements.report_id,
        statements.moment,
        statements.scope,
        statements.stage,
        slots.islands
    from statements
    join moments using (moment)
    join slots using (slot)
    where slots.fitting > 1 and moments.how in ('past', 'coming')
),

dated as (
    select distinct
        statements.report_id,
        statements.scope,
        statements.stage,
        moments.held_from,
        moments.held_to
    from statements
    semi join open_ends using (report_id, scope, stage)
    join moments using (moment)
    where moments.how = 'dated'
)

select
    open_ends.report_id,
    open_ends.moment,
    min(islands.island_from) as island_from,
    max(islands.island_to) as island_to
from open_ends
join dated using (report_id, scope, stage)
join islands
    on islands.scope = open_ends.scope
    and list_contains(open_ends.islands, islands.island)
    and islands.island_from <= dated.held_from
    and islands.island_to >= dated.held_to
group by open_ends.report_id, open_ends.moment
having count(distinct islands.island) = 1
