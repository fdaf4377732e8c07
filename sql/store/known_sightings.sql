-- Where copies of these documents were seen before.
select document_id, report_id, origin, sha256
from sightings
where document_id in (select unnest($ids));
