-- How many entries of a trail the last checkpoint is about that was published.
create table checkpoint_published (
    negotiation text   not null primary key,
    size        bigint not null
);
