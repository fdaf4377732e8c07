-- The statement that makes a judgement's table anew, from what was made of it just now or from its own query, or its view.
select
    'create or replace ' || case $kind when 'as a view' then 'view' else 'table' end
    || ' "' || current_database() || '".main."' || $name || '" as '
    || case $kind when 'as a table' then 'from temp."' || $name || '"' else $select end as line;
