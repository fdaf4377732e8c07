-- One row is a decision of a reviewer, in the order of the file, with what became of it: it `stands`; or it was `undone`, or `replaced` by a later one;
-- or the discrepancy is open again (`reopened`), since its figures have changed; or nothing like it is found any more (`not found`).
-- A decision belongs to the discrepancy of its kind that shares most claims with it.
-- Reads: disputed_figures review_lines
with decisions as (
    select *
    from review_lines
    where decision <> 'undo'
),

named as (
    select
        review_id,
        kind,
        unnest(claim_ids) as claim_id
    from decisions
),

disputed as (
    select
        kind,
        key_group,
        figures,
        claim_ids,
        unnest(claim_ids) as claim_id
    from disputed_figures
),

homes as (
    select
        named.review_id,
        disputed.key_group,
        any_value(disputed.figures) as figures_now
    from named
    join disputed using (kind, claim_id)
    group by named.review_id, disputed.key_group
    qualify row_number() over (partition by named.review_id order by count(*) desc, min(disputed.claim_id)) = 1
),

settled as (
    select
        decisions.*,
        homes.key_group,
        homes.figures_now,
        decisions.review_id in (select undoes from review_lines where undoes is not null) as undone
    from decisions
    left join homes using (review_id)
)

select
    * exclude (figures, undoes, undone, line),
    figures as figures_then,
    case
        when undone then 'undone'
        when key_group is null then 'not found'
        when row_number() over (partition by kind, key_group, undone order by line desc) > 1 then 'replaced'
        when figures is distinct from figures_now then 'reopened'
        else 'stands'
    end as state,
    line
from settled
