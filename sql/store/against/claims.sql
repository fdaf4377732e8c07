-- Takes: sides, metrics, without
-- The claims that a draft can meet: of the sides that it is about; of no known sides, of a metric that it has.
select claims.*
from claims
join current_reports using (report_id)
where (sides in (select unnest($sides)) or (sides is null and metric in (select unnest($metrics))))
    and report_id not in (select unnest($without));
