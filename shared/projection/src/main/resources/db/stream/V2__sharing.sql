-- A live build keeps the readers that made it, each with partitions of its own, so that programs can share them.
create temporary table alone on commit drop as
    select projection || '-' || build as reader from projection_build where phase in ('LIVE', 'FORMER');
update stream_reader set reader = reader || '-lane-0' where reader in (select reader from alone);
update stream_offset set reader = reader || '-lane-0' where reader in (select reader from alone);
update stream_position set reader = reader || '-lane-0' where reader in (select reader from alone);
update stream_ids set reader = reader || '-lane-0' where reader in (select reader from alone);
update stream_stopped set reader = reader || '-lane-0' where reader in (select reader from alone);
update projection_build set lanes = 1 where phase in ('LIVE', 'FORMER');

-- The programs that keep a build up to date. By it they deal its readers out among themselves; should two of them believe
-- at some moment that a reader is theirs, its place lets only one go on. Times are the database's.
create table projection_member (
    build     integer     not null,
    member    uuid        not null,
    joined_at timestamptz not null,
    seen_at   timestamptz not null,
    -- False while it cannot read; the others do not count on it then.
    well      boolean     not null,
    primary key (build, member)
);

-- How far a reader is, as told by the program that has it, for the others to answer who asks.
create table stream_report (
    reader            text             not null primary key,
    done              bigint           not null,
    total             bigint           not null,
    -- -1 when it is not known.
    lag               bigint           not null,
    events_per_second double precision not null,
    error             text,
    told_at           timestamptz      not null
);

-- The negotiations with which a reader was asked to go on and has not yet, whatever program has it.
create table stream_retry (
    reader      text not null,
    negotiation text not null,
    primary key (reader, negotiation)
);
