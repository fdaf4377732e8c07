-- A document that was seen in several places is named by the first of them in the alphabet, in whatever order they came.
create or replace temp table first_origins as
select document_id, min(sightings.origin) as origin
from sightings
join documents using (document_id)
where document_id in (select unnest($ids))
group by document_id
having min(sightings.origin) <> any_value(documents.origin);
update documents set origin = first_origins.origin from first_origins where documents.document_id = first_origins.document_id;
update reports set origin = first_origins.origin from first_origins where reports.document_id = first_origins.document_id;
update figures set origin = first_origins.origin
from first_origins join reports using (document_id) where figures.report_id = reports.report_id;
update claims set origin = first_origins.origin
from first_origins join reports using (document_id) where claims.report_id = reports.report_id;
drop table first_origins;
