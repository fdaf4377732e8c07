-- Which of these documents the database has, since which run, and what they say of themselves.
select document_id, run, url, record_id, title, publisher, published, original_publisher, retrieved
from documents
where document_id in (select unnest($ids));
