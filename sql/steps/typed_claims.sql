-- One row is a claim of a current report with what its metric is: the family that it is of, the scope within which it can be held against others, and
-- the realm, which is the scope or several of them: claims of two realms never touch one another, but that talks date what their sides agree on.
-- Kept as a view, made when it is asked for.
-- Reads: current_reports metrics
with typed as (
    select
        claims.* exclude (quote, quote_start, origin, title, rule, published_basis, "end", part),
        claims.part or split_part(claims.rule, ':', 2) = 'extension' as part, -- what is added to a length is a part of it
        current_reports.origin_id,
        coalesce(metrics.family, case when event_kind is null and event_from is null and event_to is null then 'state' else 'event' end) as family,
        coalesce(metrics.subject, 'people') as subject,
        coalesce(metrics.toll, false) as growing,
        coalesce(metrics.toll, false) as placed,
        coalesce(metrics.asked, false) as asked,
        case when place is not null then regexp_replace(lower(place), '^the | (region|oblast|province|city|district|governorate)$', '', 'g') end
            as spot,
        coalesce(regexp_matches(lower(place), ' (region|oblast|province|governorate)$'), false) as broad
    from claims
    join current_reports using (report_id)
    left join metrics using (metric)
)

select
    *,
    case
        when family in ('state', 'total') then concat_ws('|', metric, coalesce(sides, party, report_id))
        when sides is not null then coalesce(event_kind, metric) || '|' || sides
        when event_kind = 'attack' and spot is not null then 'attack|anywhere|' || spot
        else coalesce(event_kind, metric) || '|' || report_id
    end as realm,
    case
        when family in ('state', 'total') then realm
        when sides is null and event_kind = 'attack' and spot is not null then realm
        else concat_ws('|', realm, case when event_kind = 'exchange' then subject when event_kind = 'attack' then spot end)
    end as scope
from typed
