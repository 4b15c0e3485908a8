-- The events to fold.
create table state_event (
    negotiation    text        not null,
    position       bigint      not null,
    kind           text        not null,
    matter         text        not null,
    recorded_at    timestamptz not null,
    -- The position of the development that it is, or finally speaks of.
    first_position bigint      not null,
    -- Where in the world it makes a difference: at the beginning of its development; an editorial event at that before and
    -- after it. -infinity is before everything.
    low            timestamptz not null,
    high           timestamptz not null,
    editorial      boolean     not null,
    attributes     text        not null,
    data           bytea       not null,
    primary key (negotiation, position)
);
create index state_event_matter on state_event (negotiation, kind, matter, position);

-- Where a matter stands after everything recorded of it.
create table matter_state (
    negotiation   text   not null,
    kind          text   not null,
    matter        text   not null,
    -- How many events were recorded of it, and the last of them.
    version       bigint not null,
    last_position bigint not null,
    -- Null when nothing of it holds.
    state         text,
    -- The state holds from here, when the last of its developments has begun everywhere; null is from ever.
    holds_from    timestamptz,
    primary key (negotiation, kind, matter)
);

-- States from which a matter's history can be folded on: after everything that began by the start, as known at the position.
create table state_milestone (
    negotiation text        not null,
    kind        text        not null,
    matter      text        not null,
    position    bigint      not null,
    start       timestamptz not null,
    state       text        not null,
    -- The first position that changed what it rests on; null when none has.
    dead_from   bigint,
    primary key (negotiation, kind, matter, position, start)
);
create index state_milestone_alive on state_milestone (negotiation, kind, matter, start) where dead_from is null;

create table negotiation_through (
    negotiation text        not null primary key,
    through     bigint      not null,
    recorded_at timestamptz not null,
    -- When the last of all developments begins, whatever holds of it now; null when none has a date.
    latest_start timestamptz
);
