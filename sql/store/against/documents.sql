-- Takes: ids
-- The documents of these reports, without their texts.
select documents.* replace ('' as text)
from documents
where document_id in (select document_id from reports where report_id in (select unnest($ids)));
