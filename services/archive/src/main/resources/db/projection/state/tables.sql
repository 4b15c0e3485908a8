-- The events to fold.
create table state_event (
    negotiation    text        not null,
    position       bigint      not null,
    kind           text        not null,
    matter         text        not null,
    recorded_at    timestamptz not null,
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
    -- The state holds up to here, when an embargo ends; null is for ever.
    holds_until   timestamptz,
    primary key (negotiation, kind, matter)
);

create table negotiation_through (
    negotiation text        not null primary key,
    through     bigint      not null,
    recorded_at timestamptz not null
);
