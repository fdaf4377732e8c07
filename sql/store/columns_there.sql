-- One row is a column of one of the database's own tables.
select table_name, column_name
from duckdb_columns()
where not internal and database_name = current_database();
