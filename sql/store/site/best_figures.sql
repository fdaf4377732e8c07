-- One row is what the record gives for one thing that is counted, the latest first.
select *
from best_figures
order by
    coalesce(day_to, event_to) desc nulls last, event, event_id, metric, stage, position_of nulls first, basis nulls last, party nulls last,
    category nulls first, part, place nulls first, day_from nulls first, claim_ids;
