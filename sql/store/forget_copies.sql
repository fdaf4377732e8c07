-- Takes out where these documents were seen, and the documents of which a copy says more, so that both can be written anew.
delete from sightings where document_id in (select unnest($documents));
delete from documents where document_id in (select unnest($better));
