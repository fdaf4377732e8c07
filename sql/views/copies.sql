-- One row is a report that shares its origin with an earlier one: the outlet, whom it copies, how many days later, and whether it says whose it is.
-- Kept as a view, since it is only looked at.
-- Reads: current_reports
with told as (
    select
        origin_id,
        report_id,
        publisher,
        original_publisher,
        title,
        published
    from current_reports
    semi join (
        select origin_id
        from current_reports
        group by origin_id
        having count(*) > 1
    ) using (origin_id)
    join reports using (report_id)
)

select
    report_id,
    publisher,
    original_publisher,
    title,
    published,
    origin_id,
    first_value(report_id) over copied as copied_id,
    coalesce(original_publisher, first_value(coalesce(original_publisher, publisher)) over copied) as copied,
    published - first_value(published) over copied as days_later,
    original_publisher is not null as credited
from told
window copied as (
    partition by origin_id
    order by coalesce(original_publisher <> publisher, false), published nulls last, report_id
    rows between unbounded preceding and unbounded following
)
qualify row_number() over copied > 1
