-- One row is a metric of the catalogue.
select *
from metrics
order by metric;
