-- The claim with this id, with where its quotation begins.
select * from claims where claim_id = $id;
