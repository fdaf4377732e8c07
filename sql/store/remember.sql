-- Keeps what the discrepancies of this run are: a row for each that is new or says something else, and the run before as the last of those that went.
delete from discrepancy_history
where last_run is null
    and first_run = (select coalesce(max(run), 0) from runs)
    and (id, content) not in (select (id, content) from discrepancy_contents);

update discrepancy_history
set last_run = (select coalesce(max(run), 0) from runs) - 1
where last_run is null and (id, content) not in (select (id, content) from discrepancy_contents);

insert into discrepancy_history
select
    *,
    (select coalesce(max(run), 0) from runs) as first_run,
    null as last_run
from discrepancy_contents
where (id, content) not in (select (id, content) from discrepancy_history where last_run is null);
