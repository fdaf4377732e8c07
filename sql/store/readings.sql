-- One row is a report that can be a version of another's article: one of its URL, of its outlet and title, or of its place.
with seen as (
    select
        report_id,
        max(retrieved) as retrieved,
        list(distinct split_part(origin, '#', 1) order by split_part(origin, '#', 1)) filter (not contains(origin, '://')) as paths,
        list(distinct origin order by origin) filter (not contains(origin, '://') and origin <> '-') as places
    from sightings
    where report_id is not null
    group by report_id
),

told as (
    select
        reports.report_id,
        rtrim(regexp_replace(documents.url, '^https?://(www\.)?', '', 'i'), '/') as url,
        coalesce(
            coalesce(reports.publisher, split_part(reports.origin, '#', 1))
            || '|' || nullif(trim(regexp_replace(lower(reports.title), '[^\p{L}\p{N}]+', ' ', 'g')), ''),
            -- What has no title is known by its place, if it is alone there.
            case when not contains(reports.origin, '://') and count(*) over (partition by reports.document_id) = 1 then reports.origin end
        ) as titled,
        reports.published,
        seen.retrieved,
        coalesce(seen.paths, []) as paths,
        coalesce(seen.places, []) as places,
        documents.run,
        documents.text[reports.start + 1 : reports."end"] as text
    from reports
    join documents using (document_id)
    left join seen using (report_id)
)

select *
from told
where url in (select url from told group by url having count(*) > 1)
    or titled in (select titled from told group by titled having count(*) > 1);
