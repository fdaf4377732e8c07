-- The statements that take these steps out, so that they can be made again.
select 'drop table temp."' || unnest($names) || '"' as line;
