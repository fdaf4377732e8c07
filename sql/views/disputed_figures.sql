-- One row is what a discrepancy is about, before it has a name: its claims, and the distinct figures that stand against one another, with the
-- field besides that its kind turns on. A review holds for as long as these figures are the same.
-- Reads: findings placements
select
    findings.kind,
    findings.key_group,
    list(findings.claim_id order by findings.claim_id) as claim_ids,
    array_to_string(
        list_sort(
            list(
                distinct concat_ws(
                    ' ',
                    placements.low,
                    placements.high,
                    placements.bound,
                    case findings.kind
                        when 'basis_mismatch' then coalesce(placements.basis, 'unknown')
                        when 'reciprocity_conflict' then coalesce(placements.basis, 'unknown')
                        when 'category_shift' then coalesce(placements.category, 'unknown')
                        when 'status_conflict' then placements.status
                        when 'date_conflict' then concat_ws('/', placements.from_date, placements.to_date)
                    end
                )
            )
        ),
        ', '
    ) as figures
from findings
join placements using (claim_id)
group by findings.kind, findings.key_group
