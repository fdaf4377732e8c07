-- The statements that take out what was made for a judging alone.
select 'drop ' || kind || ' if exists temp."' || name || '"' as line
from (
    select 'view' as kind, view_name as name
    from duckdb_views()
    where temporary and not internal
    union all
    select 'table', table_name
    from duckdb_tables()
    where temporary
)
order by kind desc;
