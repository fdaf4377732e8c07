-- Which outlets copy which?
-- One row is an outlet and one whose reports it carries: how many, how many of them say so, and how many days later at most.
-- Takes: publisher text = none: only where this outlet copies or is copied
-- Example:
select
    coalesce(publisher, 'an unnamed outlet') as copying,
    coalesce(copied, 'an unnamed outlet') as copied_from,
    count(*) as copies,
    count(*) filter (credited) as say_so,
    max(days_later) as days_later,
    min(published) as published,
    max(published) as last_published
from copies
where $publisher::varchar is null or publisher = $publisher or copied = $publisher
group by copying, copied_from
order by copies desc, copying, copied_from;
