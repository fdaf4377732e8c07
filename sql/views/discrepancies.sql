-- One row is a discrepancy: what the reports of one event, metric and stage disagree over, in one way. Its voices are in discrepancy_voices.
-- A review is shown while it stands, and where figures have changed since (review_state `reopened`).
-- Kept as a view, since a review can come at any time.
-- Reads: found_discrepancies policy reviews
select
    found_discrepancies.* exclude (realm, key_group),
    reviews.decision as review,
    reviews.state as review_state,
    reviews.review_id,
    found_discrepancies.key_group
from found_discrepancies
join policy on policy.section = 'kinds' and policy.field = 'number' and policy.name = found_discrepancies.kind
left join reviews
    on reviews.kind = found_discrepancies.kind
    and reviews.key_group = found_discrepancies.key_group
    and reviews.state in ('stands', 'reopened')
order by severity, event_from, policy.number, found_discrepancies.metric, id
