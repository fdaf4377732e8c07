delete from meta where key = 'judged_by';
