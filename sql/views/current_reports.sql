-- One row is a report that the judgements count: the newest version of its article.
-- Reads: origins versions
select
    reports.report_id,
    coalesce(origins.origin_id, reports.report_id) as origin_id,
    reports.run as read_in,
    older.older_ids
from reports
left join origins using (report_id)
left join (
    select
        newest_id as report_id,
        string_agg(report_id, ' ' order by report_id) as older_ids
    from versions
    group by newest_id
) as older using (report_id)
where reports.report_id not in (select report_id from versions)
