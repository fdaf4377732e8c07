-- Which conflicts are open, and what does each side say?
-- One row is what one side says in a conflict that no reviewer has decided: its lowest and highest figure. No side stands for the reports' own voice.
-- Takes: side text = none: only conflicts that this side takes part in
-- Takes: metric text = none: only this metric
-- Example:
select
    discrepancies.id,
    discrepancies.kind,
    discrepancies.event,
    discrepancies.metric,
    discrepancy_voices.speaker_side as side,
    min(discrepancy_voices.low) as low,
    max(discrepancy_voices.high) as high,
    string_agg(distinct discrepancy_voices.bound, ', ' order by discrepancy_voices.bound) as bound,
    discrepancies.unit,
    discrepancies.gap,
    count(distinct discrepancy_voices.voice) as voices,
    count(distinct discrepancy_voices.origin_id) as origins
from discrepancies
join discrepancy_voices using (id)
where discrepancies.severity = 'conflict'
    and discrepancies.review_state is distinct from 'stands'
    and ($metric::varchar is null or discrepancies.metric = $metric)
    and ($side::varchar is null or discrepancies.id in (select id from discrepancy_voices where speaker_side = $side))
group by all
order by discrepancies.event, discrepancies.metric, discrepancies.kind, discrepancies.id, side nulls last;
