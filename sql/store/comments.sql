-- The statements that write into the database what a row of each table is, and what each column means, where it doesn't stand there yet.
-- A column's meaning is looked up as table.column first, then by its name alone. Parley runs each line that this gives.
with objects as (
    select 'table' as kind, table_name as name, comment
    from duckdb_tables()
    where not internal and database_name = current_database()
    union all
    select 'view', view_name, comment
    from duckdb_views()
    where not internal and database_name = current_database()
),

told as (
    select
        kind || ' "' || name || '"' as object,
        comment,
        map($tables::varchar[], $rows::varchar[])[name] as meaning
    from objects
    union all
    select
        'column "' || table_name || '"."' || column_name || '"',
        comment,
        coalesce(
            map($columns::varchar[], $meanings::varchar[])[table_name || '.' || column_name],
            map($columns::varchar[], $meanings::varchar[])[column_name]
        )
    from duckdb_columns()
    where not internal and database_name = current_database()
)

select 'comment on ' || object || ' is ''' || replace(meaning, '''', '''''') || '''' as line
from told
where meaning <> coalesce(comment, '')
order by line;
