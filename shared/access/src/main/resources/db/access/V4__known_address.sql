-- From where an account signed in, to the day, for 30 days: there it is not held up by failures elsewhere.
create table known_address (
    account text not null references account (name) on delete cascade,
    address text not null,
    last_signed_in date not null,
    primary key (account, address)
);
create index known_address_last_signed_in on known_address (last_signed_in);
