-- One row is a table or view, with what one row of it is and, for tables, how many there are; those that a reader starts with first.
with objects as (
    select table_name as name, 'table' as kind, estimated_size as rows, comment
    from duckdb_tables()
    where not internal and database_name = current_database()
    union all
    select view_name, 'view', null, comment
    from duckdb_views()
    where not internal and database_name = current_database()
)

select
    name,
    kind,
    rows,
    list_contains($start::varchar[], name) as start,
    comment as one_row
from objects
order by list_position($start::varchar[], name) nulls last, name;
