-- One row is a claim that no figure of its report stands behind.
select claim_id, origin, start, "end"
from claims
where not exists (
    select 1
    from figures
    where figures.report_id = claims.report_id and figures.start < claims."end" and figures."end" > claims.start
);
