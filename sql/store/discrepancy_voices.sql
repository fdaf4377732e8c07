-- The voices of all discrepancies, from the lowest figure to the highest and the earliest report to the latest.
select *
from discrepancy_voices
order by id, low, high, bound, published nulls last, origin, start, claim_ids;
