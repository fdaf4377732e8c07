delete from event_names;
