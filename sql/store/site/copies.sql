-- One row is a report that shares its origin with an earlier one.
select *
from copies
order by published desc nulls last, report_id;
