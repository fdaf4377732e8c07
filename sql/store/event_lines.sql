-- What a user said of events when they were last judged: names, merges and splits as they are in the tables.
select 'names' as what, event_id as one, name as other from event_names
union all
select 'merges', found_id, event_id from event_merges
union all
select 'splits', claim_id, event_id from event_splits
order by all;
