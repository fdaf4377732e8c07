-- One row is a report, with the newer version of its article that replaces it, if there is one.
select reports.* exclude (content, run, rules), versions.newest_id as replaced_by
from reports
left join versions using (report_id)
order by reports.rowid;
