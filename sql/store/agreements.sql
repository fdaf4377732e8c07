-- What agrees, from the figure that most origins give to the one that fewest do.
select *
from agreements
order by event, metric, stage, origins desc, how, low, high, bound, basis, party, category, from_date, claim_ids;
