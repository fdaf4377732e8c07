-- One row is a place where a copy of a report was seen.
select
    reports.report_id,
    coalesce(sightings.url, sightings.origin) as place,
    sightings.sha256,
    sightings.retrieved,
    sightings.archive_url
from sightings
join reports
    on reports.document_id = sightings.document_id
    and coalesce(reports.report_id = sightings.report_id, true)
order by reports.report_id, place, sightings.sha256;
