-- Which of these reports the database has, with the hash of what was extracted from each and by which rules.
select report_id, document_id, content, rules
from reports
where report_id in (select unnest($ids));
