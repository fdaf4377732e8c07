-- One row is a claim whose figure or quote does not stand in its document's text.
select
    claims.claim_id,
    claims.origin,
    claims.start,
    claims."end",
    claims.quote
from claims
join reports using (report_id)
join documents using (document_id)
where claims.start < 0
    or claims.start >= claims."end"
    or claims."end" > length(documents.text)
    or documents.text[claims.quote_start + 1 : claims.quote_start + length(claims.quote)] <> claims.quote
    or claims.start < claims.quote_start
    or claims."end" > claims.quote_start + length(claims.quote);
