-- One row: what the database holds, from when to when, and when it last took something in.
select
    (select count(*) from documents) as documents,
    (select count(*) from reports) as reports,
    (select count(*) from reports where published is null) as undated,
    (select count(*) from reports where published_basis = 'inferred') as dates_inferred,
    (select count(distinct publisher) from reports) as publishers,
    (select count(*) from origins) - (select count(distinct origin_id) from origins) as reprints,
    (select count(*) from figures) as figures,
    (select count(*) from claims) as claims,
    (select count(*) from events) as events,
    (select count(*) from discrepancies) as discrepancies,
    (select min(published) from reports) as first_published,
    (select max(published) from reports) as last_published,
    (select max(started) from runs) as last_load,
    (select count(*) from reports where rules <> $rules) as stale;
