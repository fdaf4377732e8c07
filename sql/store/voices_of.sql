-- Who says what in one discrepancy.
select
    claim_ids, speaker, speaker_side, publisher, original_publisher, published, origin, low, high, bound, basis, party, category, status, quote,
    start, "end"
from discrepancy_voices
where id = $id
order by low, high, bound, published nulls last, origin, start, claim_ids;
