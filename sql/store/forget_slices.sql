-- Takes out the reports that these documents no longer give, unless another document holds them, too.
create or replace temp table unmade as
select report_id
from reports
where document_id in (select unnest($documents))
    and report_id not in (select unnest($ids))
    and report_id not in (
        select report_id from sightings where report_id is not null and document_id not in (select unnest($documents))
    );
delete from zones where report_id in (select report_id from unmade);
delete from figures where report_id in (select report_id from unmade);
delete from claims where report_id in (select report_id from unmade);
delete from reports where report_id in (select report_id from unmade);
drop table unmade;
