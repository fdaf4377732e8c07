-- When something new was last loaded.
select max(started) as started
from runs;
