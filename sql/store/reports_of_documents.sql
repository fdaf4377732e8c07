-- The reports that these documents hold, with the hash of what was extracted from each.
select report_id, content from reports where document_id in (select unnest($ids));
