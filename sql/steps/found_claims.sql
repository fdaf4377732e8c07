-- One row is a claim with the event that was found for it, before a user's own events are minded.
-- Kept as a view, made when it is asked for: those who ask for a few columns need not wait for all.
-- Reads: statements first_placements found_elsewhere whole_deliveries
select
    statements.* exclude (moment, deal_date),
    first_placements.how,
    first_placements.session_day,
    coalesce(whole_deliveries.deal, first_placements.deal) as deal,
    coalesce(whole_deliveries.deal_until, first_placements.deal_until) as deal_until,
    case when stretches > 1 then 'deal' else anchor end as anchor,
    case when stretches > 1 then concat_ws('|', statements.scope, 'deal', whole_deliveries.deal) else first_placements.event_id end as found_key,
    case when coalesce(stretches, 1) = 1 then first_placements.event_from end as event_from,
    case when coalesce(stretches, 1) = 1 then first_placements.event_to end as event_to,
    case when stretches > 1 then null when stretches = 1 then whole_from else occasion_from end as occasion_from,
    case when stretches > 1 then null when stretches = 1 then whole_to else occasion_to end as occasion_to,
    dated and coalesce(stretches, 1) = 1 as dated,
    ambiguous
from statements
left join found_elsewhere using (moment, report_id)
join first_placements
    on first_placements.moment = statements.moment
    and first_placements.report_id is not distinct from found_elsewhere.report_id
left join whole_deliveries
    on statements.kind = 'exchange'
    and statements.stage = 'completed'
    and not statements.part
    and whole_deliveries.moment = statements.moment
    and whole_deliveries.metric = statements.metric
    and whole_deliveries.party is not distinct from statements.party
    and whole_deliveries.low = statements.low
    and whole_deliveries.high = statements.high
    and whole_deliveries.bound = statements.bound
