-- One row is an id that stands for two rows.
select 'document' as what, document_id as id from documents group by document_id having count(*) > 1
union all
select 'report', report_id from reports group by report_id having count(*) > 1
union all
select 'figure', figure_id from figures group by figure_id having count(*) > 1
union all
select 'claim', claim_id from claims group by claim_id having count(*) > 1;
