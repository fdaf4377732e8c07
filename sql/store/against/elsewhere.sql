-- Takes: draft
-- One row is a figure of the record for another event of the same sides, of a metric that the draft has: what a reader may have had in mind.
with mine as (
    select
        claim_id,
        metric,
        sides,
        event_id,
        low,
        high
    from placed_claims
    where report_id in (select unnest($draft)) and sides is not null
)

select
    mine.claim_id as draft_claim,
    events.event,
    theirs.low,
    theirs.high,
    theirs.bound,
    theirs.basis,
    theirs.party,
    theirs.stage as status,
    count(distinct theirs.report_id) as reports,
    count(distinct theirs.origin_id) as origins,
    theirs.low = mine.low and theirs.high = mine.high as same_number
from mine
join placed_claims as theirs on theirs.metric = mine.metric and theirs.sides = mine.sides and theirs.event_id <> mine.event_id and not theirs.part
join events on events.event_id = theirs.event_id
where theirs.report_id not in (select unnest($draft))
group by all
order by mine.claim_id, same_number desc, origins desc, max(theirs.published) desc nulls last, events.event, theirs.low, theirs.bound, basis, party;
