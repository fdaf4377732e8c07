-- What a reader can ask for: the metrics, the kinds of discrepancies, and the sides of the events.
select
    (select list(metric order by metric) from metrics) as metric,
    (select list(name order by number) from policy where section = 'kinds' and field = 'number') as kind,
    (select coalesce(list(distinct side order by side), []) from (select unnest(string_split(sides, '-')) as side from events)) as side;
