-- As the record has it.
select * from policy;
