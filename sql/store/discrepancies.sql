-- The discrepancies, conflicts first, each with the review that was given.
select
    discrepancies.*,
    reviews."at" as reviewed_at,
    reviews."by" as reviewed_by,
    reviews.note as review_note,
    reviews.claim_id as review_claim,
    reviews.low as review_low,
    reviews.high as review_high,
    reviews.bound as review_bound,
    reviews.basis as review_basis,
    reviews.party as review_party,
    reviews.figures_then,
    reviews.figures_now
from discrepancies
join policy on policy.section = 'kinds' and policy.field = 'number' and policy.name = discrepancies.kind
left join reviews using (review_id)
order by severity, policy.number, event_from nulls last, event, metric, id;
