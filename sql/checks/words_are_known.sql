-- One row is a claim with a word that the contract does not list for the field.
select claim_id, 'bound' as field, bound as word
from claims
where bound not in ('exact', 'about', 'nearly', 'over', 'at_least', 'up_to', 'under', 'range', 'vague')
union all
select claim_id, 'basis', basis
from claims
where basis not in ('per_side', 'total', 'one_side')
union all
select claim_id, 'status', status
from claims
where status not in ('proposed', 'agreed', 'planned', 'completed', 'reported', 'denied')
union all
select claim_id, 'category', category
from claims
where category not in ('soldier', 'militant', 'civilian', 'officer', 'wounded', 'young', 'woman', 'child', 'foreigner', 'local', 'energy')
union all
select claim_id, 'event_kind', event_kind
from claims
where event_kind not in ('exchange', 'talks', 'attack', 'deployment', 'ceasefire', 'deportation', 'return')
union all
select claim_id, 'published_basis', published_basis
from claims
where published_basis not in ('stated', 'inferred', 'none')
union all
select figure_id, 'bound', bound
from figures
where bound not in ('exact', 'about', 'nearly', 'over', 'at_least', 'up_to', 'under', 'range', 'vague');
