-- One row is a figure or claim whose ends are the wrong way round, below zero or no numbers, or a bound that does not fit them.
select 'claim' as what, claim_id as id, low, high, bound
from claims
where low > high or low < 0 or not isfinite(low) or not isfinite(high) or (bound not in ('range', 'vague') and low <> high)
union all
select 'figure', figure_id, low, high, bound
from figures
where low > high or not isfinite(low) or not isfinite(high);
