-- The discrepancies, conflicts first.
select discrepancies.*
from discrepancies
join policy on policy.section = 'kinds' and policy.field = 'number' and policy.name = discrepancies.kind
order by severity, policy.number, event_from nulls last, event, metric, id;
