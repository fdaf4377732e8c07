-- One row is an occasion on which a part of what a deal agreed was delivered, with the sum of all occasions up to it. A figure for days within
-- which others lie (spans) is not added to the sum: it stands for them.
-- Kept as a view, since it is only looked at.
-- Reads: deliveries placed_claims events
with told as (
    select * exclude (told_ids), unnest(told_ids) as claim_id
    from deliveries
),

occasions as (
    select
        told.event_id,
        told.metric,
        told.basis,
        told.received_by,
        told.deal_from,
        told.agreed_low,
        case when not isinf(told.agreed_high) then told.agreed_high end as agreed_high,
        done.occasion_from,
        done.occasion_to,
        any_value(done.unit) as unit,
        min(done.interval_low) as low,
        max(done.interval_high) as high,
        count(distinct done.report_id) as reports,
        count(distinct done.origin_id) as origins,
        list_sort(list(distinct done.publisher) filter (done.publisher is not null)) as publishers,
        list(done.claim_id order by done.published, done.claim_id) as claim_ids
    from told
    join placed_claims as done using (claim_id)
    group by all
),

spanning as (
    select
        *,
        exists (
            select 1
            from occasions as within
            where within.event_id = occasions.event_id
                and within.metric = occasions.metric
                and within.basis is not distinct from occasions.basis
                and within.received_by is not distinct from occasions.received_by
                and within.deal_from = occasions.deal_from
                and within.occasion_from >= occasions.occasion_from
                and within.occasion_to <= occasions.occasion_to
                and (within.occasion_from, within.occasion_to) <> (occasions.occasion_from, occasions.occasion_to)
        ) as spans
    from occasions
)

select
    events.event_id,
    events.event,
    events.sides,
    spanning.* exclude (event_id) replace (case when not isinf(spanning.high) then spanning.high end as high),
    coalesce(sum(low) filter (not spans) over so_far, 0) as delivered_low,
    case when not isinf(coalesce(sum(spanning.high) filter (not spans) over so_far, 0))
        then coalesce(sum(spanning.high) filter (not spans) over so_far, 0)
    end as delivered_high
from spanning
join events using (event_id)
window so_far as (
    partition by event_id, metric, basis, received_by, deal_from, agreed_low, agreed_high
    order by occasion_to, spans, occasion_from
)
