-- These reports were extracted with other rules too, and to the same end.
update reports set rules = $rules where report_id in (select unnest($ids));
