-- One row is a claim of a voice whose running total fell: the later figure, and the one before it. A fall to less than half is another total.
-- Reads: rules sayings positions placed_claims
with steps as (
    select
        positions.realm,
        positions.key_group,
        event_id,
        metric,
        stage,
        rounded_high,
        interval_high,
        voice,
        position,
        sayings.last_published,
        lag(position) over series as earlier_position,
        lag(rounded_low) over series as earlier_low,
        lag(interval_low) over series as earlier_from,
        lag(sayings.last_published) over series as earlier_day
    from sayings
    join positions using (position)
    where family = 'total' and stage <> 'denied' and not part and sides is not null
    window series as (
        partition by metric, sides, party, basis, category, period_from, voice
        order by sayings.last_published, rounded_low
    )
)

select
    'decreasing_total' as kind,
    cast(null as varchar) as severity,
    steps.realm,
    steps.key_group,
    steps.event_id,
    steps.metric,
    steps.stage,
    placed_claims.claim_id,
    earlier_from - steps.interval_high as gap,
    steps.interval_high as lower_end
from steps
cross join rules
join placed_claims on placed_claims.voice = steps.voice and placed_claims.position in (steps.position, earlier_position)
where last_published > earlier_day
    and steps.rounded_high <= earlier_low
    and steps.interval_high * total_factor >= earlier_from
