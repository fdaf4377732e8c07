select metric, title, asks, unit, family, subject, toll, asked from metrics where metric in (select unnest($ids));
