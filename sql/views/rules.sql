-- The numbers of seeds/policy.toml that the views use by name: one row in all.
-- Reads: policy
select
    max(number) filter (section = 'rounding' and name = 'smallest_zeros') as smallest_zeros,
    max(number) filter (section = 'rounding' and name = 'share') as rounding_share,
    max(number) filter (section = 'rounding' and name = 'otherwise') as rounding_otherwise,
    cast(max(number) filter (section = 'days' and name = 'state') as integer) as state_days,
    cast(max(number) filter (section = 'days' and name = 'total') as integer) as total_days,
    cast(max(number) filter (section = 'days' and name = 'position') as integer) as position_days,
    cast(max(number) filter (section = 'days' and name = 'position_conflict') as integer) as position_conflict_days,
    cast(max(number) filter (section = 'days' and name = 'dateless') as integer) as dateless_days,
    cast(max(number) filter (section = 'days' and name = 'memory') as integer) as memory_days,
    cast(max(number) filter (section = 'days' and name = 'horizon') as integer) as horizon_days,
    cast(max(number) filter (section = 'days' and name = 'delivery') as integer) as delivery_days,
    cast(max(number) filter (section = 'days' and name = 'round') as integer) as round_days,
    cast(max(number) filter (section = 'days' and name = 'status') as integer) as status_days,
    max(number) filter (section = 'totals' and name = 'factor') as total_factor,
    max(number) filter (section = 'scale' and name = 'factor') as scale_factor,
    max(number) filter (section = 'scale' and name = 'vague') as scale_vague
from policy
