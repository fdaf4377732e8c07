-- Takes: ids
-- One row is a claim of the record with a review that was given on a discrepancy that it is in.
with disputed as (
    select
        kind,
        key_group,
        unnest(claim_ids) as disputed_claim
    from disputed_figures
)

select
    disputed.disputed_claim,
    discrepancies.unit,
    reviews.decision as review,
    reviews.state as review_state,
    reviews.review_id,
    reviews."at" as reviewed_at,
    reviews."by" as reviewed_by,
    reviews.note as review_note,
    reviews.low as review_low,
    reviews.high as review_high,
    reviews.bound as review_bound,
    reviews.basis as review_basis,
    reviews.party as review_party,
    reviews.figures_then,
    reviews.figures_now
from reviews
join disputed using (kind, key_group)
join discrepancies using (review_id)
where disputed.disputed_claim in (select unnest($ids))
order by reviews.review_id, disputed.disputed_claim;
