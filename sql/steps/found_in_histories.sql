-- One row is a claim of a voice that gave another figure on the same key at another date: its bounding word changed, or its number.
-- Reads: pairs sayings placed_claims
with said_twice as (
    select
        one.position as a,
        another.position as b,
        one.voice
    from sayings as one
    join sayings as another
        on another.key_group = one.key_group
        and another.voice = one.voice
        and another.position > one.position
        and another.published <> one.published
)

select
    case when same_number then 'bound_changed' else 'revision' end as kind,
    cast(null as varchar) as severity,
    pairs.realm,
    pairs.key_group,
    pairs.event_id,
    pairs.metric,
    pairs.stage,
    placed_claims.claim_id,
    gap,
    lower_end
from said_twice
join pairs using (a, b)
join placed_claims on placed_claims.voice = said_twice.voice and placed_claims.position in (a, b)
where bases_equal
    and parties_equal
    and categories_equal
    and (days_certain or same_number)
    and (not same_number or a_bound <> b_bound)
