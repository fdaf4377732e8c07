-- The documents that hold a report, or a copy of one, that was extracted with other rules than these, as they were read.
select documents.* exclude (run)
from documents
where document_id in (
    select document_id from reports where rules <> $rules
    union
    select sightings.document_id from sightings join reports using (report_id) where reports.rules <> $rules
)
order by document_id;
