-- Where copies of these documents were seen before.
select document_id, report_id, origin, url, sha256, seen, retrieved, archive_url
from sightings
where document_id in (select unnest($ids));
