delete from versions;
