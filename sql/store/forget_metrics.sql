delete from metrics where metric in (select unnest($ids));
