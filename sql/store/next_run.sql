select coalesce(max(run), 0) + 1 as run
from runs;
