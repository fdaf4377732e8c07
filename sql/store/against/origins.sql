-- Takes: ids
-- The origins of these reports.
select *
from origins
where report_id in (select unnest($ids));
