delete from policy;
