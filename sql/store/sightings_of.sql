-- One row is a place where a copy of this report was seen.
select origin, url, sha256, seen, retrieved, archive_url
from sightings
where report_id = $id
order by origin, sha256;
