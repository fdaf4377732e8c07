delete from metrics;
