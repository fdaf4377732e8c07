-- One row is a metric of some claim or figure that the catalogue lacks, where the database knows a catalogue.
select distinct used.metric
from (
    select metric from claims
    union
    select metric from figures
) as used
where used.metric is not null
    and used.metric not in (select metric from metrics)
    and exists (select 1 from metrics);
