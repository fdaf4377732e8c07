-- One row is a row that belongs to a report or document that is not there.
select 'report' as what, report_id as id from reports where document_id not in (select document_id from documents)
union all
select 'claim', claim_id from claims where report_id not in (select report_id from reports)
union all
select 'figure', figure_id from figures where report_id not in (select report_id from reports)
union all
select 'zone', report_id from zones where report_id not in (select report_id from reports);
