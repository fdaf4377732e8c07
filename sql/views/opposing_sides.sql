-- One row is what one side says of one thing where the side against it says something too: its lowest and its highest figure, in whose words
-- first. Of proposals, each side's own count; of parts only those that say of whom.
-- Kept as a view, since it is only looked at.
-- Reads: voices
with told as (
    select
        *,
        hash(key_group, basis, party, category, part, spot, occasion_from, occasion_to) as thing
    from voices
    where family <> 'ordinal'
        and stage <> 'denied'
        and (not part or category is not null)
        and list_contains(string_split(sides, '-'), speaker_side)
)

select
    event_id,
    any_value(event) as event,
    metric,
    stage,
    position_of,
    any_value(basis) as basis,
    any_value(party) as party,
    any_value(category) as category,
    any_value(occasion_from) as occasion_from,
    any_value(occasion_to) as occasion_to,
    any_value(sides) as sides,
    speaker_side as side,
    min(low) as low,
    max(high) as high,
    any_value(unit) as unit,
    list_sort(list(distinct bound)) as bounds,
    min(interval_low) as interval_low,
    case when count(*) = count(interval_high) then max(interval_high) end as interval_high,
    arg_min(voice, (published, low, voice)) as first_voice,
    list_sort(list(distinct publisher) filter (publisher is not null)) as publishers,
    min(published) as published,
    max(last_published) as last_published,
    count(distinct voice) as voices,
    flatten(list(claim_ids order by published, claim_id)) as claim_ids
from told
group by thing, event_id, metric, stage, position_of, speaker_side
qualify count(*) over (partition by thing) > 1
