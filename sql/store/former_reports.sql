-- The reports that were judged before.
create temp table former_reports as
select *
from current_reports;
