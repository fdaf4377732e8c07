-- One row is a bounding word: what a number n under it claims, as factors of n.
-- Reads: policy
select
    name as bound,
    max(number) filter (field = 'low') as low_factor,
    max(number) filter (field = 'high') as high_factor,
    bool_or(truth) filter (field = 'low_open') as low_open,
    bool_or(truth) filter (field = 'high_open') as high_open
from policy
where section = 'bounds'
group by name
