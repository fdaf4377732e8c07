-- Where the talks of two sides turn out to have been on other days than before, all that the sides agreed on is judged anew.
insert into touched
with changed as (
    select sides from (select realm, sides, era_from, era_until from eras except select realm, sides, era_from, era_until from former_eras)
    union
    select sides from (select realm, sides, era_from, era_until from former_eras except select realm, sides, era_from, era_until from eras)
    union
    select sides from (from rounds except from former_rounds)
    union
    select sides from (from former_rounds except from rounds)
)

select distinct realm
from typed_claims
semi join changed using (sides)
where realm not in (select realm from touched);
