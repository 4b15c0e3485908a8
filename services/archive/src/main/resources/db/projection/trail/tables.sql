-- One row per event; rows never change. The editorial status since is in trail_standing.
create table trail_entry (
    negotiation    text        not null,
    position       bigint      not null,
    development_id uuid        not null unique,
    -- Its root development: the entry itself, or the development that it is about.
    first_id       uuid        not null,
    -- The entry that an editorial event is about; null for a development.
    targets        uuid,
    type           text        not null,
    kind           text        not null,
    matter         text        not null,
    -- Its place in the order of valid time; an editorial event has that of its root development. Null is before everything.
    occurred_start timestamptz,
    recorded_at    timestamptz not null,
    editor         text        not null,
    parties        text[]      not null,
    -- Its sources and grade as recorded, as JSON.
    evidence       text,
    -- Where it is in Kafka: the id of the topic, the partition and the offset. The offset is at least that of the previous
    -- event of the negotiation, so that offset order is position order.
    topic          uuid        not null,
    partition      integer     not null,
    place          bigint      not null,
    -- The event, which can be restored from them exactly as published.
    attributes     text        not null,
    data           bytea       not null,
    -- Its searchable text, with tokens in place of the names of parties and matters, which may change.
    words          text        not null,
    search         tsvector    not null generated always as (to_tsvector('english', words)) stored,
    primary key (negotiation, position)
);
create index trail_entry_first on trail_entry (first_id, position);

-- The editorial status of an entry from some position of its trail on. Without a row it is effective, as recorded. The number
-- of rows per editorial event is bounded, for any number of earlier ones: superseded corrections and chains of retractions
-- refer to one row.
create table trail_standing (
    negotiation    text   not null,
    development_id uuid   not null,
    since          bigint not null,
    standing       text   not null,
    -- Whether it is disputed or under embargo, whatever its standing, and the date at which the embargo ends (EDTF).
    disputed       boolean not null,
    held           boolean not null,
    embargo_until  text,
    -- The effective correction of a development, which also corrects the superseded corrections.
    corrected_by   uuid,
    -- The evidence of the entry from then on, as JSON.
    evidence       text,
    -- For a retraction in a chain, in which each retracts the one before: the top of the chain, and whether this one is
    -- effective while the top is retracted (opposite) or while the top is effective.
    chain_top      uuid,
    opposite       boolean,
    primary key (development_id, since)
);

-- The name that a development assigns to a party or its matter, from some position of the trail on. A correction, a retraction
-- and their reversal add one row each, for any number of sentences with the name: sentences are rendered when they are read,
-- with the names as known then.
create table trail_party (
    negotiation text   not null,
    party       text   not null,
    -- The development that admits it, and its position.
    first_id    uuid   not null,
    position    bigint not null,
    since       bigint not null,
    -- Null from where the development no longer admits the party.
    name        text,
    -- The instant of valid time from which the name applies; null is before everything.
    start       timestamptz,
    -- The normalised name, for searches; the code if there is no name.
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
    -- Null from where the development no longer sets a title, and for the first development of a matter without one.
    title       text,
    start       timestamptz,
    words       text,
    primary key (negotiation, kind, matter, first_id, since)
);

-- The words of a trail's texts, to find those that resemble a misspelt one; without the names, which are above.
create table trail_word (
    negotiation text   not null,
    word        text   collate "C" not null,
    -- The position of the first entry with the word.
    since       bigint not null,
    primary key (negotiation, word)
);
