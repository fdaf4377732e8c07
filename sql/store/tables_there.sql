-- The names of the database's own tables.
select table_name
from duckdb_tables()
where not internal and database_name = current_database();
