-- Which of these ids are a document's.
select document_id from documents where document_id in (select unnest($ids));
