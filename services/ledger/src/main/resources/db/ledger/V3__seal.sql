-- With which key the relay last sealed, and for how many partitions: another one, and everything is sent again.
create table relay_seal (
    single     boolean primary key default true check (single),
    -- Fingerprints: the keys themselves are not in the database.
    seal_key   text    not null,
    former_key text,
    partitions integer not null
);

-- The furthest event that the topic claims of a negotiation, that the store did not have when topic and store were compared,
-- and whose seal is not right. Kept until somebody who looked at it dismisses it.
create table unverified_claim (
    negotiation    text        primary key,
    position       bigint      not null,
    development_id uuid        not null,
    partition      integer     not null,
    record_offset  bigint      not null,
    reason         text        not null,
    first_seen     timestamptz not null default now()
);
