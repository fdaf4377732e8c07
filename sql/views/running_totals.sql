-- One row is a running total as one voice gives it for one day.
-- Kept by realm: a load renews only what it touches.
-- Reads: placed_claims
select
    any_value(metric) as metric,
    any_value(sides) as sides,
    any_value(event_kind) as event_kind,
    any_value(party) as party,
    any_value(basis) as basis,
    any_value(category) as category,
    day,
    any_value(period_from) as period_from,
    any_value(low) as low,
    any_value(high) as high,
    any_value(bound) as bound,
    any_value(unit) as unit,
    voice,
    min(speaker) as speaker,
    min(speaker_side) as speaker_side,
    arg_min(publisher, (published, claim_id)) as publisher,
    min(published) as published,
    count(distinct report_id) as reports,
    count(distinct origin_id) as origins,
    list(claim_id order by published, claim_id) as claim_ids,
    any_value(realm) as realm
from placed_claims
where family = 'total' and status <> 'denied'
group by position, voice, day
