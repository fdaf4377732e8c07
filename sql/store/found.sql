insert into meta values ('application', 'parley'), ('version', $version);
