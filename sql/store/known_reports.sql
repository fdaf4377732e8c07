-- Which of these reports the database has, with the hash of what was extracted from each.
select report_id, document_id, content
from reports
where report_id in (select unnest($ids));
