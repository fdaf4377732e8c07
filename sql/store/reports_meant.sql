-- The reports that these ids mean: their own, and those of a document.
select report_id
from reports
where report_id in (select unnest($ids)) or document_id in (select unnest($ids));
