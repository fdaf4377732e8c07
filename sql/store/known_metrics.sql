select metric, title, asks, unit from metrics where metric in (select unnest($ids));
