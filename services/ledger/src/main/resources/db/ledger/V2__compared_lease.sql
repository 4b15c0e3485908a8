-- Whether the lease's holder has compared the topic with the store, or could not reach it. A ledger of before does not say.
alter table relay_lease add column compared boolean not null default true;
