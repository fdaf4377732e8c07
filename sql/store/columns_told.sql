-- One row is a column of a table or view, in the table's order, with what it means.
select
    column_name as column,
    data_type as type,
    not is_nullable as required,
    comment as means
from duckdb_columns()
where not internal and database_name = current_database() and table_name = $name
order by column_index;
