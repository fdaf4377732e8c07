-- Every realm is judged.
create temp table touched as
select distinct realm
from typed_claims;
