-- One row is a figure of a voice that gives another one on the same key at another date: its steps in order, each with the figure before it.
-- Kept as a view, since it is only looked at.
-- Reads: voices
with series as (
    select
        *,
        hash(key_group, basis, party, category, part, spot, occasion_from, occasion_to, voice) as series
    from voices
    where family <> 'ordinal' and (stage <> 'proposed' or position_of is not null)
)

select
    event_id,
    event,
    metric,
    stage,
    position_of,
    basis,
    party,
    category,
    voice,
    speaker,
    speaker_side,
    publisher,
    row_number() over steps as step,
    published,
    last_published,
    low,
    high,
    bound,
    unit,
    lag(low) over steps as earlier_low,
    lag(high) over steps as earlier_high,
    lag(bound) over steps as earlier_bound,
    quote,
    claim_ids
from series
window steps as (partition by series order by published, last_published, low, high, bound)
qualify count(*) over (partition by series) > 1
    and min(published) over (partition by series) < max(published) over (partition by series)
