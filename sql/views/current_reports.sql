-- One row is a report that the judgements count: the newest version where a page was read again with other text.
-- Reads: origins
select
    reports.report_id,
    coalesce(origins.origin_id, reports.report_id) as origin_id,
    reports.run as read_in
from reports
join documents using (document_id)
left join origins using (report_id)
qualify row_number() over (
    partition by
        case
            when documents.url is not null then documents.url
            when reports.title is not null then concat_ws('|', documents.origin, reports.publisher, origins.origin_id)
            else reports.report_id
        end,
        coalesce(reports.title, '')
    order by reports.run desc, reports.published desc nulls last, reports.report_id
) = 1
