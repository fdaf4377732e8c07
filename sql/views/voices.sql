-- One row is a voice's figure on one key: who says it of which event, from when to when, in which claims. A voice is a speaker, else the
-- original publisher, else the publisher, else the report. An open end of the interval is null.
-- Reads: placements events
with said as (
    select
        hash(
            placements.event_key, metric, stage, position_of, part, basis, party, category, spot, occasion_from, occasion_to, dated, low, high, bound,
            coalesce(unilateral, false), unsure, case when how = 'state' then day end,
            case when family = 'total' then placements.event_from end
        ) as position,
        hash(placements.event_key, metric, stage, position_of) as key_group,
        placements.event_key,
        events.event_id,
        events.event,
        placements.event_kind,
        placements.sides,
        metric,
        family,
        kind,
        stage,
        position_of,
        part,
        basis,
        party,
        category,
        spot,
        occasion_from,
        occasion_to,
        dated,
        low,
        high,
        bound,
        unit,
        interval_low,
        low_open,
        case when not isinf(interval_high) then interval_high end as interval_high,
        high_open,
        rounded_low,
        case when not isinf(rounded_high) then rounded_high end as rounded_high,
        coalesce(unilateral, false) as unilateral,
        unsure,
        bool_or(growing) as growing,
        bool_or(placed) as placed,
        case when how = 'state' then day end as state_day,
        case when family = 'total' then placements.event_from end as period_from,
        voice,
        min(speaker_side) as speaker_side,
        min(published) as published,
        max(published) as last_published,
        min(deal) as deal,
        arg_min(claim_id, (published, claim_id)) as claim_id,
        list(claim_id order by published, claim_id) as claim_ids,
        list(distinct report_id order by report_id) as report_ids,
        count(distinct report_id) as reports,
        count(distinct origin_id) as origins
    from placements
    join events using (event_key)
    group by all
)

select
    said.*,
    claims.speaker,
    claims.publisher,
    claims.original_publisher,
    claims.status,
    claims.quote
from said
join claims using (claim_id)
