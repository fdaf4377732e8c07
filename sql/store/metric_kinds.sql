-- What the judging asks of the metrics.
select metric, family, subject, toll, asked from metrics order by all;
