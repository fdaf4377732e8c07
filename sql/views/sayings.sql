-- One row is a voice's figure on one key: from when to when, in how many reports, and in whose words first. What the figure says stands in positions,
-- its claims are those of that position and voice in placed_claims.
-- Reads: placed_claims
-- Kept by realm: a load renews only what it touches.
with gathered as (
    select
        position,
        voice,
        any_value(realm) as realm,
        any_value(key_group) as key_group,
        min(speaker_side) as speaker_side,
        bool_or(attributed) as attributed,
        min(published) as published,
        max(published) as last_published,
        min(deal) as deal,
        bool_or(status <> 'planned') as settled,
        min((published, claim_id)) as first_claim,
        min(report_id) < max(report_id) as widely
    from placed_claims
    group by position, voice
),

-- most voices give a figure once
counted as (
    select
        position,
        voice,
        count(distinct report_id) as reports,
        count(distinct origin_id) as origins
    from placed_claims
    semi join (from gathered where widely) using (position, voice)
    group by position, voice
)

select
    gathered.* exclude (first_claim, widely),
    coalesce(reports, 1) as reports,
    coalesce(origins, 1) as origins,
    claims.claim_id,
    claims.speaker,
    claims.publisher,
    claims.original_publisher,
    claims.status,
    claims.quote
from gathered
left join counted using (position, voice)
join claims on claims.claim_id = first_claim[2]
