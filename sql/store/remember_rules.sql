insert into meta values ('judged_by', $rules);
