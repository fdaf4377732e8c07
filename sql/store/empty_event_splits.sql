delete from event_splits;
