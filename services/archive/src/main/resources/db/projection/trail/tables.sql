-- One row per event; never changed. What the newsroom holds of it since is in trail_standing.
create table trail_entry (
    negotiation    text        not null,
    position       bigint      not null,
    development_id uuid        not null unique,
    -- The development that it is, or finally speaks of.
    first_id       uuid        not null,
    -- What an editorial event speaks of directly.
    targets        uuid,
    type           text        not null,
    kind           text        not null,
    matter         text        not null,
    -- Where it stands in the world's order, an editorial event with the development that it is about; null is before
    -- everything.
    occurred_start timestamptz,
    recorded_at    timestamptz not null,
    editor         text        not null,
    parties        text[]      not null,
    -- Its sources and grade as recorded, as JSON.
    evidence       text,
    -- Where it is in Kafka: the topic by the id that it got at its creation, the partition, and in that the record; at
    -- least where the negotiation's event before it is, so that their order is that of their positions.
    topic          uuid        not null,
    partition      integer     not null,
    place          bigint      not null,
    -- The event, from which it can be restored as it was published.
    attributes     text        not null,
    data           bytea       not null,
    -- What it is found by; tokens stand for the names of parties and matters, which may be others later.
    words          text        not null,
    search         tsvector    not null generated always as (to_tsvector('english', words)) stored,
    primary key (negotiation, position)
);
create index trail_entry_first on trail_entry (first_id, position);

-- What the newsroom holds of an entry from some position of its trail on. Without a row it is effective, as recorded. There
-- is a bounded number of rows for each editorial event, however much was said before: of corrections that another one
-- replaced, and of retractions of retractions, one row tells where to look.
create table trail_standing (
    negotiation    text   not null,
    development_id uuid   not null,
    since          bigint not null,
    standing       text   not null,
    -- Whether it is disputed or under embargo, however it stands otherwise, and the date given for the embargo's end (EDTF).
    disputed       boolean not null,
    held           boolean not null,
    embargo_until  text,
    -- Of a development, the correction that counts; a correction that counts no longer is corrected by the same.
    corrected_by   uuid,
    -- The entry's evidence from then on, as JSON.
    evidence       text,
    -- Of a retraction in a chain of retractions, each of the one before: the chain's first, and whether this one stands while
    -- that one is retracted. Else this one stands while that one does.
    chain_top      uuid,
    opposite       boolean,
    primary key (development_id, since)
);

-- What a development calls a party or its matter, from some position of the trail on: its name as of its place in the
-- world's order. A correction, a retraction and what undoes them make a row each, however many sentences have the name: those
-- are made when they are read, with the names as known then.
create table trail_party (
    negotiation text   not null,
    party       text   not null,
    -- The development that admits it, and its position.
    first_id    uuid   not null,
    position    bigint not null,
    since       bigint not null,
    -- Null when it is an admission of this party no longer.
    name        text,
    -- From when on in the world's time; null is before everything.
    start       timestamptz,
    -- What the name is found by; the code where there is no name.
    words       text,
    primary key (negotiation, party, first_id, since)
);

create table trail_matter (
    negotiation text   not null,
    kind        text   not null,
    matter      text   not null,
    first_id    uuid   not null,
    position    bigint not null,
    since       bigint not null,
    -- Null when it gives no title any longer, and of the first development of a matter that begins without one.
    title       text,
    start       timestamptz,
    words       text,
    primary key (negotiation, kind, matter, first_id, since)
);
