-- The rounds of talks and the times between them as they were judged before.
create temp table former_rounds as
select *
from rounds
semi join touched using (realm);

create temp table former_eras as
select *
from eras
semi join touched using (realm);
