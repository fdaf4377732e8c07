-- Whether something was written that is not judged yet: by a load of several batches that was stopped, say.
select count(*) > 0 from meta where key = 'unjudged';
