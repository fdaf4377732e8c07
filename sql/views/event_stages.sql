-- One row is a stage of an event that takes place (no state, no running total): proposed, agreed, completed or reported, with the days on which it took place (its day is then `held`), else
-- those on which the deal was made (`agreed`), else those on which it was spoken of (`published`).
-- Kept by realm: a load renews only what it touches.
-- Reads: placed_claims events
with staged as (
    select
        event_id,
        stage,
        position_of,
        min(deal) filter (stage = 'agreed' and kind <> 'talks') as agreed_on,
        min(published) as told_from,
        max(published) as told_to,
        count(distinct origin_id) as origins,
        count(distinct report_id) as reports,
        list_sort(list(distinct publisher) filter (publisher is not null)) as publishers,
        list(claim_id order by published, claim_id) as claim_ids
    from placed_claims
    where stage <> 'denied' and family not in ('state', 'total')
    group by event_id, stage, position_of
),

dated as (
    select
        *,
        case
            when stage in ('completed', 'reported') and events.event_from is not null then 'held'
            when agreed_on is not null then 'agreed'
            else 'published'
        end as day_basis
    from staged
    join events using (event_id)
)

select
    event_id,
    event,
    event_kind,
    sides,
    place,
    stage,
    position_of,
    case day_basis when 'held' then event_from when 'agreed' then agreed_on else dated.told_from end as day_from,
    case day_basis when 'held' then event_to when 'agreed' then agreed_on else dated.told_to end as day_to,
    day_basis,
    dated.origins,
    dated.reports,
    dated.publishers,
    claim_ids,
    realm
from dated
