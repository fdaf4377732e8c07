-- Something was written that is not judged yet.
insert into meta select 'unjudged', 'yes' where not exists (from meta where key = 'unjudged');
