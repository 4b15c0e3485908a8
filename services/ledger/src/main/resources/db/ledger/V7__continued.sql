-- Whether the next event of the trail belongs to the same group: events that were recorded together.
alter table ledger_entry add column continued boolean not null default false;
