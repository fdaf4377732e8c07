-- One row is a catalogue that reports were extracted with, the most used first.
select rules, count(*) as reports
from reports
group by rules
order by count(*) desc, rules;
