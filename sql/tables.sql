-- The tables of what was read. Version 3; a database of another version is refused.
-- Judgements (events, voices, discrepancies …) are made from these by sql/views. What each column means stands in sql/dictionary.toml.

create table meta (
    key text not null,
    value text not null
);
comment on table meta is 'One row is a fact about the database itself: its application, the version of its tables.';

create table runs (
    run integer not null,
    started timestamp not null,
    documents integer not null,
    reports integer not null,
    figures integer not null,
    claims integer not null
);
comment on table runs is 'One row is a batch that brought something new, with the number of rows that it brought.';

create table documents (
    document_id text not null,
    origin text not null,
    text text not null,
    sha256 text not null,
    url text,
    record_id text,
    title text,
    publisher text,
    published date,
    run integer not null,
    original_publisher text,
    retrieved date
);
comment on table documents is 'One row is a document as it was read: a file, a page, a record of a feed. Its text is never rewritten.';

create table sightings (
    document_id text not null,
    report_id text,
    origin text not null,
    url text,
    sha256 text not null,
    seen timestamp not null,
    retrieved date,
    archive_url text
);
comment on table sightings is 'One row is a place where a copy of a report was seen: a path or URL, the hash of its bytes, and when it was first seen.';

create table reports (
    report_id text not null,
    document_id text not null,
    origin text not null,
    start integer not null,
    "end" integer not null,
    title text,
    publisher text,
    original_publisher text,
    published date,
    published_basis text not null,
    language text,
    title_start integer,
    title_end integer,
    content text not null,
    run integer not null,
    rules text not null
);
comment on table reports is 'One row is a report: one article by one publisher, the slice start to end of its document''s text.';

create table zones (
    report_id text not null,
    start integer not null,
    "end" integer not null,
    kind text not null
);
comment on table zones is 'One row is a slice of a report that is not plain body: a headline, a caption, a related link, boilerplate, a repeat, a quotation of another outlet.';

create table figures (
    figure_id text not null,
    report_id text not null,
    origin text not null,
    start integer not null,
    "end" integer not null,
    low double not null,
    high double not null,
    bound text not null,
    unit text,
    noun text,
    head text,
    kind text not null,
    metric text,
    reason text
);
comment on table figures is 'One row is a quantity that a report states; reason says why no metric counts it.';

create table claims (
    claim_id text not null,
    report_id text not null,
    origin text not null,
    publisher text,
    original_publisher text,
    title text,
    published date,
    published_basis text not null,
    metric text not null,
    low double not null,
    high double not null,
    bound text not null,
    unit text not null,
    basis text,
    party text,
    category text,
    part boolean not null,
    status text not null,
    event_kind text,
    sides text,
    event_from date,
    event_to date,
    speaker text,
    speaker_side text,
    quote text not null,
    start integer not null,
    "end" integer not null,
    rule text not null,
    proposer text,
    place text,
    round integer,
    deal_date date,
    as_of date,
    part_of text,
    parts_complete boolean,
    unilateral boolean,
    quote_start integer not null
);
comment on table claims is 'One row is a figure under a metric as one report states it: who says so, when, at what status, for which event.';

create table metrics (
    metric text not null,
    title text,
    asks text,
    unit text,
    family text,
    subject text,
    toll boolean,
    asked boolean
);
comment on table metrics is 'One row is a metric of the catalogue.';

create table policy (
    section text not null,
    name text not null,
    field text not null,
    number double,
    truth boolean,
    word text
);
comment on table policy is 'One row is a value of seeds/policy.toml: a number, a truth value or a word.';

create table event_names (
    event_id text not null,
    name text not null
);
comment on table event_names is 'One row is an event that a user gave a name.';

create table event_merges (
    found_id text not null,
    event_id text not null
);
comment on table event_merges is 'One row is an event that a user made one with another, whose id it takes.';

create table event_splits (
    claim_id text not null,
    event_id text not null
);
comment on table event_splits is 'One row is a claim that a user gave another event.';

create table origins (
    report_id text not null,
    origin_id text not null
);
comment on table origins is 'One row is a report that makes claims, with the origin behind it: reports that copy one another, or of one original publisher, share it.';

create table versions (
    report_id text not null,
    newest_id text not null,
    matched_by text not null
);
comment on table versions is 'One row is a report that a newer version of the same article replaces; it stays, and the judgements pass over it.';

create table review_lines (
    line integer not null,
    review_id text not null,
    "at" timestamp not null,
    "by" text not null,
    decision text not null,
    note text,
    undoes text,
    claim_id text,
    low double,
    high double,
    bound text,
    basis text,
    party text,
    category text,
    discrepancy_id text not null,
    kind text not null,
    metric text not null,
    event text not null,
    figures text not null,
    claim_ids text[] not null
);
comment on table review_lines is 'One row is a line of the file of reviews beside the database: a decision, or that one is undone (undoes).';

create table discrepancy_history (
    id text not null,
    content text not null,
    kind text not null,
    severity text not null,
    metric text not null,
    stage text not null,
    event_id text not null,
    event text not null,
    event_kind text,
    sides text,
    event_from date,
    event_to date,
    unit text not null,
    gap double,
    figures text not null,
    claims integer not null,
    first_run integer not null,
    last_run integer
);
comment on table discrepancy_history is 'One row is a discrepancy as it stood from one run to another (last_run, null while it stands): its figures, its event, how many claims it had.';
