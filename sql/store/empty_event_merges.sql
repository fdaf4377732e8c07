delete from event_merges;
