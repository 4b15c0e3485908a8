-- Which keys' seals were believed when the offsets were reached: with others, what was passed over may be the ledger's.
alter table stream_reader add column seals text;

-- What is known of a partition of the topic beside its events, by whichever reader came there first.
create table stream_screening (
    topic_id      text   not null,
    partition     integer not null,
    -- The fingerprint of the key that sealed_from is of.
    seal_key      text   not null,
    -- The first record with the seal of that key; before it lie those of a ledger without it.
    sealed_from   bigint,
    -- Before this offset all is counted, however often it is read again.
    counted_to    bigint not null default 0,
    foreign_count bigint not null default 0,
    older_count   bigint not null default 0,
    primary key (topic_id, partition)
);

-- The latest records that are not the ledger's; how many there were is in stream_screening.
create table stream_foreign (
    topic_id      text        not null,
    partition     integer     not null,
    record_offset bigint      not null,
    first_seen    timestamptz not null,
    reason        text        not null,
    -- Which event it says it is; null when it looks like none.
    negotiation   text,
    position      bigint,
    primary key (topic_id, partition, record_offset)
);
