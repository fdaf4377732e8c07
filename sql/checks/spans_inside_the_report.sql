-- One row is a figure, claim or zone that reaches out of its report, or a report that reaches out of its document.
select 'claim' as what, claims.claim_id as id
from claims
join reports using (report_id)
where claims.start < reports.start or claims."end" > reports."end"
union all
select 'figure', figures.figure_id
from figures
join reports using (report_id)
where figures.start < reports.start or figures."end" > reports."end"
union all
select 'zone', zones.report_id
from zones
join reports using (report_id)
where zones.start < reports.start or zones."end" > reports."end" or zones.start > zones."end"
union all
select 'report', reports.report_id
from reports
join documents using (document_id)
where reports.start < 0 or reports.start > reports."end" or reports."end" > length(documents.text);
