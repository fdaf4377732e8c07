-- One row is a claim of a current report, without its words, typed for comparison: its stage, what family its metric is of, whose voice it is, its day.
-- Reads: current_reports intervals policy
with typed as (
    select
        claims.* exclude (quote, quote_start, origin, title, rule, published_basis, "end"),
        current_reports.origin_id,
        coalesce(event_kind, 'other') as kind,
        coalesce(round, case when claims.metric = 'talks_round' and low = high then cast(low as integer) end) as round_number,
        case status when 'planned' then 'agreed' else status end as stage,
        coalesce(families.word, case when event_kind is null and event_from is null and event_to is null then 'state' else 'event' end) as family,
        coalesce(subjects.word, 'people') as subject,
        growing.truth is not null as growing,
        placed.truth is not null as placed,
        coalesce(speaker, original_publisher, publisher, report_id) as voice,
        case
            when status <> 'proposed' then null
            when claims.metric = 'children_listed' then party
            else coalesce(proposer, nullif(speaker_side, 'third'))
        end as position_of,
        regexp_replace(lower(place), '^the | (region|oblast|province|city|district|governorate)$', '', 'g') as spot
    from claims
    join current_reports using (report_id)
    left join policy as families on families.section = 'metrics' and families.name = claims.metric
    left join policy as growing on growing.section = 'growing' and growing.name = claims.metric
    left join policy as placed on placed.section = 'placed' and placed.name = claims.metric
    left join policy as subjects on subjects.section = 'subjects' and subjects.name = claims.metric
)

select
    typed.*,
    case when family in ('state', 'total') then coalesce(as_of, event_to, published) else published end as day,
    coalesce(event_from, event_to) as from_date,
    coalesce(event_to, event_from) as to_date,
    case
        when family in ('state', 'total') then concat_ws('|', typed.metric, coalesce(sides, party, report_id))
        else concat_ws(
            '|',
            coalesce(event_kind, typed.metric),
            coalesce(sides, case when spot is null or event_kind <> 'attack' then report_id else 'anywhere' end),
            case when event_kind = 'exchange' then subject when event_kind = 'attack' then spot end
        )
    end as scope,
    interval_low,
    low_open,
    interval_high,
    high_open,
    rounded_low,
    rounded_high
from typed
join intervals using (claim_id)
