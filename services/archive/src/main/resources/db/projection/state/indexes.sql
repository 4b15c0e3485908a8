create index if not exists state_event_recorded on state_event (negotiation, recorded_at, position);
create index if not exists state_event_account on state_event (negotiation, first_position, position);
create index if not exists state_event_told on state_event (negotiation, kind, matter, low) where not editorial;
create index if not exists state_event_said on state_event (negotiation, kind, matter, high) where editorial;
create index if not exists state_event_affects on state_event (negotiation, high, low) include (kind, matter, position);
create index if not exists state_milestone_last on state_milestone
    (negotiation, kind, matter, start desc, position desc);
