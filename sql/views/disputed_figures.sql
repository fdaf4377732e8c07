-- One row is what a discrepancy is about, before it has a name: its claims, and the distinct figures that stand against one another, with the
-- field besides that its kind turns on. A review holds for as long as these figures are the same.
-- Kept by realm: a load renews only what it touches.
-- Reads: findings quoted_claims
select
    findings.kind,
    findings.key_group,
    any_value(findings.realm) as realm,
    list(findings.claim_id order by findings.claim_id) as claim_ids,
    array_to_string(
        list_sort(
            list(
                distinct concat_ws(
                    ' ',
                    quoted_claims.low,
                    quoted_claims.high,
                    quoted_claims.bound,
                    case findings.kind
                        when 'basis_mismatch' then coalesce(quoted_claims.basis, 'unknown')
                        when 'reciprocity_conflict' then coalesce(quoted_claims.basis, 'unknown')
                        when 'category_shift' then coalesce(quoted_claims.category, 'unknown')
                        when 'status_conflict' then quoted_claims.status
                        when 'date_conflict' then concat_ws('/', quoted_claims.from_date, quoted_claims.to_date)
                    end
                )
            )
        ),
        ', '
    ) as figures
from findings
join quoted_claims using (claim_id)
group by findings.kind, findings.key_group
