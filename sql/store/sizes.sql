-- One row: how many documents, reports, figures and claims there are.
select (select count(*) from documents), (select count(*) from reports), (select count(*) from figures), (select count(*) from claims);
