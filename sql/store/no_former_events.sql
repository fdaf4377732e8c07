-- Nothing was judged before.
create temp table former_events (
    claim_id text,
    found_id text
);
