-- One row is a discrepancy as a reviewer needs it: what it is about, and the review that was given, while it stands or since it was reopened.
select
    discrepancies.id,
    discrepancies.kind,
    discrepancies.severity,
    discrepancies.metric,
    discrepancies.event,
    discrepancies.review_id,
    discrepancies.review_state,
    disputed_figures.figures,
    disputed_figures.claim_ids
from discrepancies
join disputed_figures using (kind, key_group)
order by discrepancies.id;
