-- One row is a figure with neither a metric nor a reason, or with both.
select figure_id, metric, reason
from figures
where (metric is null) = (reason is null);
