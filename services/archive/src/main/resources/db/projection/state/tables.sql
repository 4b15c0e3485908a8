-- The events to fold.
create table state_event (
    negotiation    text        not null,
    position       bigint      not null,
    kind           text        not null,
    matter         text        not null,
    recorded_at    timestamptz not null,
    -- The position of its root development: the event itself, or the development that it is about.
    first_position bigint      not null,
    -- The interval of valid time that it affects: from the beginning of its development until it has certainly happened;
    -- for an editorial event from the earliest to the latest of these instants before and after it. -infinity is before
    -- everything.
    low            timestamptz not null,
    high           timestamptz not null,
    editorial      boolean     not null,
    attributes     text        not null,
    data           bytea       not null,
    primary key (negotiation, position)
);
create index state_event_matter on state_event (negotiation, kind, matter, position);

-- The latest state of each matter, after all its recorded events.
create table matter_state (
    negotiation   text   not null,
    kind          text   not null,
    matter        text   not null,
    -- The number of its events, and the position of the last.
    version       bigint not null,
    last_position bigint not null,
    -- As JSON; null if no development is effective.
    state         text,
    -- The beginning of its last development, from which the state is valid; null is before everything.
    holds_from    timestamptz,
    primary key (negotiation, kind, matter)
);

-- States from which the fold of a matter can continue: after everything that began by the start, as known at the position.
create table state_milestone (
    negotiation text        not null,
    kind        text        not null,
    matter      text        not null,
    position    bigint      not null,
    start       timestamptz not null,
    state       text        not null,
    -- The first position that invalidates it; null if it is valid.
    dead_from   bigint,
    primary key (negotiation, kind, matter, position, start)
);
create index state_milestone_alive on state_milestone (negotiation, kind, matter, start) where dead_from is null;

create table negotiation_through (
    negotiation text        not null primary key,
    -- The last position that ends a group; 0 while only a part of the first group is applied.
    through     bigint      not null,
    recorded_at timestamptz not null,
    -- The latest beginning of all recorded developments, effective or not; null if none has a date.
    latest_start timestamptz
);
