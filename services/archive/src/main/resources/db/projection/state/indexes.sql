create index if not exists state_event_recorded on state_event (negotiation, recorded_at, position);
