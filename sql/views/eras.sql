-- One row is the time from one round of talks of two sides to their next; talks without a number count where the sides have no numbered ones.
-- Kept by realm: a load renews only what it touches.
-- Reads: statements islands rounds
with starts as (
    select distinct sides, round_from as era_from
    from rounds
    union
    select distinct statements.sides, island_from
    from statements
    join islands using (scope)
    where kind = 'talks' and statements.sides not in (select sides from rounds where sides is not null)
)

select
    'talks|' || sides as realm,
    sides,
    era_from,
    lead(era_from) over (partition by sides order by era_from) as era_until
from starts
where sides is not null
