-- A negotiation that stopped is remembered until everything that was dropped is read again; one that takes too long is read
-- aside, by a reader of its own.
alter table stream_stopped drop constraint stream_stopped_phase_check;
alter table stream_stopped add constraint stream_stopped_phase_check
    check (phase in ('WAITING', 'REREADING', 'CAME', 'STOPPED', 'RETRYING', 'ASIDE'));
alter table stream_stopped drop constraint stream_stopped_cause_check;
alter table stream_stopped add constraint stream_stopped_cause_check
    check (cause in ('GAP', 'FORK', 'POISON', 'UNREADABLE', 'SLOW'));

-- How much of the lag is that of negotiations that are read aside.
alter table stream_report add column slow_lag bigint not null default 0;

-- Finds the negotiations that went on since a revision of the reader, however many there are.
create index stream_position_revision on stream_position (reader, revision);
