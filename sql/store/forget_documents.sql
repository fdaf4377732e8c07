-- Takes these reports, and all reports of these documents, out of every place where they were seen, and then the documents that hold none.
delete from sightings where report_id in (select unnest($ids)) or document_id in (select unnest($ids));
delete from documents
where document_id in (select unnest($ids)) or document_id not in (select document_id from reports union select document_id from sightings);
