-- Takes: ids
-- The texts of these reports.
select
    reports.report_id,
    documents.text[reports.start + 1 : reports."end"] as text
from reports
join documents using (document_id)
where reports.report_id in (select unnest($ids));
