-- One row is what one side says of one thing where the side against it says something too: its lowest and its highest figure, in whose words
-- first. Of proposals, each side's own count; of parts only those that say of whom.
-- Kept by realm: a load renews only what it touches.
-- Reads: sayings positions placed_claims events
with told as (
    select
        sayings.position,
        sayings.voice,
        sayings.speaker_side as side,
        positions.thing
    from sayings
    join positions using (position)
    where family <> 'ordinal'
        and stage <> 'denied'
        and (not part or category is not null)
        and list_contains(string_split(sides, '-'), side)
),

opposed as (
    select thing
    from told
    group by thing
    having min(side) < max(side)
)

select
    positions.event_id,
    any_value(events.event) as event,
    positions.metric,
    positions.stage,
    positions.position_of,
    any_value(positions.basis) as basis,
    any_value(positions.party) as party,
    any_value(positions.category) as category,
    any_value(positions.occasion_from) as occasion_from,
    any_value(positions.occasion_to) as occasion_to,
    any_value(positions.sides) as sides,
    told.side,
    min(positions.low) as low,
    max(positions.high) as high,
    any_value(positions.unit) as unit,
    list_sort(list(distinct positions.bound)) as bounds,
    min(positions.interval_low) as interval_low,
    case when count(*) = count(positions.interval_high) then max(positions.interval_high) end as interval_high,
    arg_min(told.voice, (placed_claims.published, positions.low, told.voice)) as first_voice,
    list_sort(list(distinct placed_claims.publisher) filter (placed_claims.publisher is not null)) as publishers,
    min(placed_claims.published) as published,
    max(placed_claims.published) as last_published,
    count(distinct told.voice) as voices,
    list(placed_claims.claim_id order by placed_claims.published, placed_claims.claim_id) as claim_ids,
    any_value(positions.realm) as realm
from told
semi join opposed using (thing)
join positions using (position)
join placed_claims using (position, voice)
join events on events.event_id = positions.event_id
group by told.thing, positions.event_id, positions.metric, positions.stage, positions.position_of, told.side
