-- The decisions of reviewers in the order in which they were made, each with the discrepancy that it is about today.
select
    reviews."at",
    reviews."by",
    reviews.decision,
    reviews.state,
    discrepancies.id as discrepancy_id,
    reviews.kind,
    reviews.metric,
    coalesce(discrepancies.event, reviews.event) as event,
    reviews.note,
    reviews.claim_id,
    reviews.low,
    reviews.high,
    reviews.bound,
    reviews.basis,
    reviews.party,
    reviews.category,
    reviews.figures_then,
    reviews.figures_now,
    reviews.discrepancy_id as reviewed_as,
    reviews.review_id
from reviews
left join discrepancies using (kind, key_group)
order by reviews."at", reviews.line;
