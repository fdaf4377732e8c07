-- One row is a figure of a voice that gives another one on the same key at another date: its steps in order, each with the figure before it.
-- Kept by realm: a load renews only what it touches.
-- Reads: sayings positions placed_claims events
with told as (
    select
        position,
        voice,
        thing,
        sayings.published
    from sayings
    join positions using (position)
    where family <> 'ordinal' and (stage <> 'proposed' or position_of is not null)
),

changed as (
    select thing, voice
    from told
    group by thing, voice
    having count(*) > 1 and min(published) < max(published)
),

steps as (
    select told.*
    from told
    semi join changed using (thing, voice)
),

claimed as (
    select
        position,
        voice,
        list(claim_id order by claim_id) as claim_ids
    from placed_claims
    semi join steps using (position, voice)
    group by position, voice
)

select
    positions.event_id,
    events.event,
    positions.metric,
    positions.stage,
    positions.position_of,
    positions.basis,
    positions.party,
    positions.category,
    sayings.voice,
    sayings.speaker,
    sayings.speaker_side,
    sayings.publisher,
    row_number() over in_order as step,
    sayings.published,
    sayings.last_published,
    positions.low,
    positions.high,
    positions.bound,
    positions.unit,
    lag(positions.low) over in_order as earlier_low,
    lag(positions.high) over in_order as earlier_high,
    lag(positions.bound) over in_order as earlier_bound,
    sayings.quote,
    claimed.claim_ids,
    sayings.realm
from steps
join sayings using (position, voice)
join claimed using (position, voice)
join positions using (position)
join events using (event_id)
window in_order as (
    partition by steps.thing, sayings.voice
    order by sayings.published, sayings.last_published, positions.low, positions.high, positions.bound, sayings.position
)
