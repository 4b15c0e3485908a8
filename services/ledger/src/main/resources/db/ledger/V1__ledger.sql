-- Axon's event store, in the shape of JdbcEventStorageEngine.
create table domain_event_entry (
    global_index         bigint generated always as identity primary key,
    aggregate_identifier varchar(255) not null,
    sequence_number      bigint       not null,
    type                 varchar(255) not null,
    event_identifier     varchar(255) not null unique,
    time_stamp           varchar(255) not null,
    payload_type         varchar(255) not null,
    payload_revision     varchar(255),
    payload              bytea        not null,
    meta_data            bytea,
    unique (aggregate_identifier, sequence_number)
);

create table snapshot_event_entry (
    aggregate_identifier varchar(255) not null,
    sequence_number      bigint       not null,
    type                 varchar(255) not null,
    event_identifier     varchar(255) not null unique,
    time_stamp           varchar(255) not null,
    payload_type         varchar(255) not null,
    payload_revision     varchar(255),
    payload              bytea        not null,
    meta_data            bytea,
    primary key (aggregate_identifier, sequence_number)
);

-- One row a negotiation: the last position given and the last instant recorded. Every command locks it first.
create table negotiation_head (
    negotiation text primary key,
    position    bigint      not null,
    recorded_at timestamptz not null
);

-- One row an event: what answers a repeat of its command, and what the relay publishes beside its payload.
create table ledger_entry (
    development_id uuid primary key,
    negotiation    text        not null,
    position       bigint      not null,
    kind           text        not null,
    matter         text        not null,
    version        bigint      not null,
    type           text        not null,
    command_hash   text        not null,
    recorded_at    timestamptz not null,
    editor         text        not null,
    correlation_id text        not null,
    causation_id   text,
    occurred       text,
    unique (negotiation, position),
    unique (negotiation, kind, matter, version)
);

-- Who was admitted: never taken back by a later correction.
create table party (
    negotiation text not null,
    code        text not null,
    name        text not null,
    kind        text not null,
    role        text,
    primary key (negotiation, code)
);

-- How far each negotiation was relayed; apart from the head, so that neither waits for the other.
create table relay_progress (
    negotiation text primary key,
    position    bigint not null
);

-- Where the topic ended when the relay last heard of it.
create table relay_partition (
    topic      text   not null,
    topic_id   text   not null,
    partition  int    not null,
    end_offset bigint not null,
    primary key (topic, partition)
);

-- Why no command may be recorded at the moment; empty while all is well.
create table halt (
    single boolean primary key default true check (single),
    reason text not null
);

create table relay_lease (
    name   text primary key,
    holder text        not null,
    until  timestamptz not null
);
