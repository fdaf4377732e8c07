-- One row is a claim whose party, side or proposer is no key of a party: two capitals for a country, longer for an organisation.
select claim_id, 'party' as field, party as word
from claims
where not regexp_full_match(party, '[A-Z][A-Z0-9_]+')
union all
select claim_id, 'speaker_side', speaker_side
from claims
where speaker_side <> 'third' and not regexp_full_match(speaker_side, '[A-Z][A-Z0-9_]+')
union all
select claim_id, 'proposer', proposer
from claims
where not regexp_full_match(proposer, '[A-Z][A-Z0-9_]+')
union all
select claim_id, 'sides', sides
from claims
where not regexp_full_match(sides, '[A-Z][A-Z0-9_]+(-[A-Z][A-Z0-9_]+)+')
    or array_to_string(list_sort(string_split(sides, '-')), '-') <> sides;
