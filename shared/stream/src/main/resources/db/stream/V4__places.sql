-- A negotiation that stopped is remembered until everything that was dropped is read again.
alter table stream_stopped drop constraint stream_stopped_phase_check;
alter table stream_stopped add constraint stream_stopped_phase_check
    check (phase in ('WAITING', 'REREADING', 'CAME', 'STOPPED', 'RETRYING'));

-- Finds the negotiations that went on since a revision of the reader, however many there are.
create index stream_position_revision on stream_position (reader, revision);
