-- The embargoes that end by themselves, so that those that are due are found at once. Written with the event that imposes an
-- embargo, sets it another end, or ends it. An embargo without an end has no row.
create table embargo_end (
    -- The entry under embargo.
    target      uuid primary key,
    -- The entry that imposed it: the same one, or what held it last.
    imposed_by  uuid        not null,
    negotiation text        not null,
    -- It is released from here on.
    due         timestamptz not null
);
create index embargo_end_due on embargo_end (due);
