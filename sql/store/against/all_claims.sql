-- The claims of draft and record, each with the origin behind its report.
select
    claims.*,
    current_reports.origin_id
from claims
join current_reports using (report_id);
