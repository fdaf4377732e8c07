-- Sightings in these documents of reports that no document holds any more; a document that has none left keeps where it was seen.
create or replace temp table unmade as
select distinct document_id, origin, url, sha256, seen, retrieved, archive_url
from sightings
where document_id in (select unnest($ids)) and report_id not in (select report_id from reports);
delete from sightings where document_id in (select unnest($ids)) and report_id not in (select report_id from reports);
insert into sightings
select document_id, null, origin, url, sha256, seen, retrieved, archive_url
from unmade
where (document_id, origin, sha256) not in (select (document_id, origin, sha256) from sightings);
drop table unmade;
