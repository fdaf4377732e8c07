-- One row is a report with its own text, the origin behind it, and whether the judgements count it.
select
    reports.* exclude (content, run),
    documents.text[reports.start + 1 : reports."end"] as text,
    coalesce(origins.origin_id, reports.report_id) as origin_id,
    current_reports.report_id is not null as counted
from reports
join documents using (document_id)
left join origins using (report_id)
left join current_reports using (report_id)
order by reports.published desc nulls last, reports.title nulls last, reports.report_id;
