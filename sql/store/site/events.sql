-- One row is an event, the latest first.
select *
from events
order by coalesce(event_to, event_from, told_to) desc nulls last, event, event_id;
