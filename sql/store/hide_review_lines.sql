-- Puts an empty table of this connection alone before the review lines, to be filled where the database itself cannot be written.
create temp table review_lines as
from review_lines
limit 0;
