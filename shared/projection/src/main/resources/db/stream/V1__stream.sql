-- One row per reader of the stream: a build of a projection, or one of the lanes that make it. Each of its transactions
-- raises the revision from the one it believes in, so of two processes that read for the same reader only one commits.
create table stream_reader (
    reader     text    not null,
    revision   bigint  not null default 0,
    -- The topic that the offsets are of; a topic deleted and made anew has another.
    topic_id   text,
    primary key (reader)
);

create table stream_offset (
    reader       text    not null,
    partition    integer not null,
    -- The next record to read.
    next_offset  bigint  not null,
    -- The leader's epoch of the last record read: by it Kafka tells that the log was cut off before next_offset.
    leader_epoch integer,
    primary key (reader, partition)
);

-- The last event applied of each negotiation.
create table stream_position (
    reader         text    not null,
    negotiation    text    not null,
    position       bigint  not null,
    development_id uuid    not null,
    -- The reader's revision that wrote it: tells another process what was applied meanwhile.
    revision       bigint  not null,
    primary key (reader, negotiation)
);

-- The ids of all events applied, to tell a repeat from a fork: 64 to a row, 16 bytes each, so an event costs little more
-- than its 16 bytes. The id at a position p is the ((p - 1) % 64)th of block (p - 1) / 64.
create table stream_ids (
    reader      text    not null,
    negotiation text    not null,
    block       bigint  not null,
    ids         bytea   not null,
    primary key (reader, negotiation, block)
);
alter table stream_ids alter column ids set storage plain;

-- The negotiations with which a projection does not go on, or not yet.
create table stream_stopped (
    reader         text        not null,
    negotiation    text        not null,
    cause          text        not null check (cause in ('GAP', 'FORK', 'POISON', 'UNREADABLE')),
    position       bigint      not null,
    development_id uuid,
    reason         text        not null,
    since          timestamptz not null,
    phase          text        not null check (phase in ('WAITING', 'REREADING', 'CAME', 'STOPPED')),
    -- When something is to be done about it next, while WAITING or CAME.
    due            timestamptz not null,
    -- The first record that was not applied: from here on it is to be read again.
    partition      integer     not null,
    record_offset  bigint      not null,
    -- The highest position that was dropped.
    seen           bigint      not null,
    -- Where the reading again ends, while REREADING.
    reread_until   bigint      not null,
    primary key (reader, negotiation)
);

-- The builds of the projections: each has its tables in a schema of its own. A number is never given twice.
create sequence projection_build_number as integer;
create table projection_build (
    projection text        not null,
    build      integer     not null,
    -- The projection's version that makes it.
    version    integer     not null,
    -- How many readers share the partitions while it is made; afterwards it is one.
    lanes      integer     not null,
    phase      text        not null check (phase in ('BUILDING', 'CANCELLED', 'DIFFERENT', 'LIVE', 'FORMER')),
    -- When it came into this phase.
    since      timestamptz not null,
    created_at timestamptz not null,
    -- Whether it has the indexes that only questions need.
    indexed    boolean     not null,
    -- Whether it may take its place although it differs from the build before.
    accepted   boolean     not null,
    -- What its comparison with the build before it found, as JSON.
    comparison text,
    primary key (projection, build)
);
create unique index projection_build_live on projection_build (projection) where phase = 'LIVE';
create unique index projection_build_made on projection_build (projection)
    where phase in ('BUILDING', 'CANCELLED', 'DIFFERENT');
