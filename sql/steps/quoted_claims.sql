-- One row is a claim that a discrepancy can quote: one that the judgements count, or what an older version of its report (then not its newest_id) said.
-- Reads: placed_claims replaced_claims
-- Kept as a view, made when it is asked for.
select
    *,
    report_id as newest_id
from placed_claims
union all by name
from replaced_claims
