-- Takes: ids
-- The reports of these claims.
select *
from reports
where report_id in (select unnest($ids));
