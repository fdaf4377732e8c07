-- The statements that make a judgement's table, or its view, anew: in the place of what bears its name, be it a view or a table.
with there as (
    select 'view' as kind
    from duckdb_views()
    where view_name = $name and database_name = current_database() and not temporary
    union all
    select 'table'
    from duckdb_tables()
    where table_name = $name and database_name = current_database() and not temporary
)

select 'drop ' || kind || ' "' || current_database() || '".main."' || $name || '"' as line
from there
union all
select
    'create ' || case $kind when 'as a view' then 'view' else 'table' end
    || ' "' || current_database() || '".main."' || $name || '" as ' || $select;
