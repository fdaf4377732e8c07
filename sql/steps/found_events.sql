-- One row is an event that was found, with its id: that of the former event with which it shares most claims, else a new one.
-- Reads: found_claims former_events
with shared as (
    select
        found_key,
        found_id,
        count(*) as claims
    from found_claims
    join former_events using (claim_id)
    group by found_key, found_id
),

inherited as (
    select found_key, found_id
    from shared
    qualify row_number() over (partition by found_key order by claims desc, found_id) = 1
        and row_number() over (partition by found_id order by claims desc, found_key) = 1
),

found as (
    select
        found_key,
        'e-' || left(md5(found_key), 16) as own_id,
        min(claim_id) as first_claim
    from found_claims
    group by found_key
)

select
    found_key,
    coalesce(
        inherited.found_id,
        case when own_id in (select found_id from inherited) then 'e-' || left(md5(found_key || '|' || first_claim), 16) end,
        own_id
    ) as found_id
from found
left join inherited using (found_key)
