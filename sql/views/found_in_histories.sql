-- One row is a claim of a voice that gave another figure on the same key at another date: its bounding word changed, or its number.
-- Reads: pairs voices
select
    case when same_number then 'bound_changed' else 'revision' end as kind,
    cast(null as varchar) as severity,
    pairs.key_group,
    pairs.event_key,
    pairs.metric,
    pairs.stage,
    unnest(list_concat(one.claim_ids, another.claim_ids)) as claim_id,
    gap,
    lower_end
from pairs
join voices as one on one.position = pairs.a
join voices as another on another.position = pairs.b and another.voice = one.voice
where one.published <> another.published
    and bases_equal
    and parties_equal
    and categories_equal
    and (days_certain or same_number)
    and (not same_number or a_bound <> b_bound)
