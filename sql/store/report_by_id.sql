-- The report with this id, with the text that it is a slice of, and its zones.
select
    reports.* exclude (content, run),
    documents.text,
    (select list(struct_pack("start" := zones."start", "end" := zones."end", kind := zones.kind) order by zones."start")
     from zones where zones.report_id = reports.report_id) as zones
from reports
join documents using (document_id)
where reports.report_id = $id;
