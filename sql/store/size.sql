-- How much was read.
select
    (select count(*) from reports) as reports,
    (select count(*) from claims) as claims;
