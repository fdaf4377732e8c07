-- One row is a claim of a report's older version with the claim of its newest that says the same of something else: the same address, the same key
-- in all that the text says, one figure that went and one that came in its place. Where more went or came, nobody can tell which became which.
-- A claim with no day of its own is held against none of another day's version.
-- Reads: versions placed_claims
with readings as (
    select
        versions.report_id,
        versions.newest_id
    from versions
    join reports as older on older.report_id = versions.report_id
    join reports as newest on newest.report_id = versions.newest_id
    where versions.matched_by = 'url' or older.origin = newest.origin
),

told as (
    select
        readings.report_id as older_id,
        readings.newest_id,
        one.older,
        claims.claim_id,
        claims.low,
        claims.high,
        claims.bound,
        hash(
            metric, status, basis, party, category, part, sides, event_kind, event_from, event_to, speaker, proposer, place, round, deal_date, as_of,
            unilateral, case when event_from is null and as_of is null then published end
        ) as said_of
    from readings
    cross join (select unnest([true, false]) as older) as one
    join claims on claims.report_id = case when one.older then readings.report_id else readings.newest_id end
    where readings.newest_id in (select report_id from placed_claims)
),

-- the figures of one thing that only one of the two versions has
changed as (
    select
        older_id,
        said_of,
        low,
        high,
        bound,
        bool_or(older) as went,
        list(claim_id order by claim_id) as claim_ids
    from told
    group by older_id, said_of, low, high, bound
    having bool_and(older) or not bool_or(older)
),

alone as (
    select *
    from changed
    qualify count(*) over (partition by older_id, said_of, went) = 1
)

select
    unnest(went.claim_ids) as claim_id,
    went.older_id as report_id,
    came.claim_ids as newest_ids,
    went.low = came.low and went.high = came.high as same_number,
    greatest(went.low - came.high, came.low - went.high, 0) as gap,
    least(went.high, came.high) as lower_end
from alone as went
join alone as came using (older_id, said_of)
where went.went and not came.went
