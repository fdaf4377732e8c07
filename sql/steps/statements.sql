-- One row is a claim that is judged now, without its words, typed for comparison: its stage, whose voice it is, its day, and the moment that it shares
-- with all claims whose event is found by the same facts.
-- Reads: typed_claims touched
select
    claim_id,
    report_id,
    origin_id,
    start,
    coalesce(speaker, original_publisher, publisher, report_id) as voice,
    speaker,
    speaker_side,
    publisher,
    original_publisher,
    speaker is not null or speaker_side is not null as attributed,
    metric,
    family,
    growing,
    placed,
    low,
    high,
    bound,
    unit,
    basis,
    party,
    category,
    part,
    part_of,
    parts_complete,
    coalesce(unilateral, false) as unilateral,
    status,
    case status when 'planned' then 'agreed' else status end as stage,
    event_kind,
    coalesce(event_kind, 'other') as kind,
    sides,
    case
        when status <> 'proposed' then null
        when asked then party
        else coalesce(proposer, nullif(speaker_side, 'third'))
    end as position_of,
    place,
    spot,
    broad,
    published,
    case when family in ('state', 'total') then coalesce(as_of, event_to, published) else published end as day,
    coalesce(event_from, event_to) as from_date,
    coalesce(event_to, event_from) as to_date,
    coalesce(round, case when family = 'ordinal' and low = high then cast(low as integer) end) as round_number,
    deal_date,
    case when family = 'total' then event_from end as period_from,
    scope,
    realm,
    hash(
        scope, stage, position_of, family, from_date, to_date, round_number, deal_date, day, published,
        case when published is null then report_id end
    ) as moment
from typed_claims
semi join touched using (realm)
