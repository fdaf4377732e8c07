-- One row is a claim that takes part in a disagreement of two sayings, of the kind that its pair of figures has. A voice that came round to the other
-- figure later disagrees with nobody over it, and neither does one report with itself.
-- Reads: pairs placed_claims
with ends as (
    select
        realm,
        key_group,
        event_id,
        metric,
        stage,
        a,
        b,
        kind_of_pair,
        case when kind_of_pair = 'basis_mismatch' and (a_basis is null or b_basis is null) then 'note' end as severity,
        gap,
        lower_end,
        unnest([a, b]) as position,
        unnest([b, a]) as other
    from pairs
    where kind_of_pair is not null
),

said as (
    select
        position,
        voice,
        max(published) as last_published,
        list(claim_id) as claim_ids,
        list(report_id) as report_ids
    from placed_claims
    semi join ends using (position)
    group by position, voice
),

held as (
    select
        ends.*,
        mine.voice,
        mine.claim_ids,
        coalesce(theirs.last_published > mine.last_published, false) as moved_on,
        theirs.voice is not null and not coalesce(mine.last_published > theirs.last_published, false) as holds_both,
        coalesce(theirs.last_published = mine.last_published and not list_has_any(theirs.report_ids, mine.report_ids), false) as quoted_twice
    from ends
    join said as mine using (position)
    left join said as theirs on theirs.position = ends.other and theirs.voice = mine.voice
),

firm as (
    select
        *,
        count(*) over (partition by a, b, position) as voices_here
    from held
    where not moved_on
),

others as (
    select distinct a, b, position as other, voices_here as voices_there
    from firm
),

opposed as (
    select
        kind_of_pair as kind,
        severity,
        realm,
        key_group,
        event_id,
        metric,
        stage,
        position,
        voice,
        any_value(claim_ids) as claim_ids,
        min(gap) as gap,
        arg_min(lower_end, gap) as lower_end
    from firm
    left join others using (a, b, other)
    where coalesce(voices_there, 0) - cast(holds_both as integer) >= 1 or quoted_twice
    group by all
)

select
    * exclude (position, voice, claim_ids),
    unnest(claim_ids) as claim_id
from opposed
