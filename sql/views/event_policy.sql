-- One row is a kind of event: how its dates are gathered.
-- Reads: policy
select
    name as kind,
    cast(max(number) filter (field = 'gap') as integer) as gap,
    cast(max(number) filter (field = 'wide') as integer) as wide,
    cast(max(number) filter (field = 'slack') as integer) as slack,
    bool_or(truth) filter (field = 'contained') as contained
from policy
where section = 'events'
group by name
