-- One row is a report that makes claims: its text, who wrote it, and what of it is not its own prose, from and to in the report's text.
select
    reports.report_id,
    documents.text[reports.start + 1 : reports."end"] as text,
    coalesce(
        reports.original_publisher,
        case when reports.publisher in (select original_publisher from reports) then reports.publisher end
    ) as writer,
    coalesce(
        list([zones.start - reports.start, zones."end" - reports.start] order by zones.start)
            filter (zones.kind in ('link', 'boilerplate', 'repeat')),
        []
    ) as others
from reports
join documents using (document_id)
left join zones using (report_id)
where reports.report_id in (select report_id from claims)
group by all
order by min(reports.published) nulls last, reports.report_id;
