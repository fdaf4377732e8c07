-- Which figures that no metric counts are worth a new rule?
-- One row is a noun that is counted, or a unit, with how often and where; the most frequent first.
-- Takes: least integer = 2: only what stands at least so many times
-- Takes: noun text = none: only nouns with this in them
-- Example:
select
    head,
    unit,
    count(*) as times,
    count(distinct report_id) as reports,
    min(low) as lowest,
    max(high) as highest,
    min(noun) as as_written
from figures
where reason = 'unbound'
    and (head is not null or unit is not null)
    and ($noun::varchar is null or contains(lower(noun), lower($noun)))
group by head, unit
having count(*) >= $least
order by times desc, reports desc, head nulls last, unit nulls last;
