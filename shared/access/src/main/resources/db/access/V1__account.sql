-- Local accounts. The hash carries its algorithm as a prefix, such as {bcrypt}.
create table account (
    name text primary key check (name ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
    password_hash text not null,
    role text not null check (role in ('READER', 'EDITOR', 'CHIEF')),
    created_at timestamptz not null,
    created_by text not null,
    enabled boolean not null
);
