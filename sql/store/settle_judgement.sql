-- All that was written is judged.
delete from meta where key = 'unjudged';
