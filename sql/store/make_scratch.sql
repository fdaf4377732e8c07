-- The statement that makes a step of the judging, or a view or table of it, under its name for as long as the judging lasts.
select 'create temp ' || $kind || ' "' || $name || '" as ' || $select as line;
