-- The runs, the earliest first.
select run, started
from runs
order by run;
