-- The statements that put what was judged now in the place of what was judged before: the rows of the touched realms, or whole tables.
with made as (
    select
        unnest($names) as name,
        unnest($kinds) as kind
),

named as (
    select
        name,
        kind,
        '"' || current_database() || '".main."' || name || '"' as kept,
        'temp."' || name || '"' as scratch
    from made
)

select case kind when 'by realm' then 'delete from ' || kept || ' where realm in (select realm from touched)' else 'delete from ' || kept end as line
from named
union all
select 'insert into ' || kept || ' by name from ' || scratch
from named;
