-- Which of these documents the database has.
select document_id
from documents
where document_id in (select unnest($ids));
