-- The realms that are judged anew: those of the claims of reports that came, changed, left or have another origin now, as they were and as
-- they are; with them those of events that a user joined; and the talks of their sides, which date what they agree on.
create temp table touched as
with changed as (
    select report_id
    from (
        (from current_reports except from former_reports)
        union all
        (from former_reports except from current_reports)
    )
),

direct as (
    select realm, sides
    from typed_claims
    semi join changed using (report_id)
    union
    select realm, sides
    from placed_claims
    semi join changed using (report_id)
),

joined as (
    select distinct realm, sides
    from placed_claims
    where found_id <> event_id
        or event_id in (select event_id from event_merges)
),

together as (
    from direct
    union
    select *
    from joined
    where exists (select 1 from joined semi join direct using (realm))
)

select realm
from together
union
select 'talks|' || sides
from together
where sides is not null;
