-- Tokens for programs. What is kept of the secret is its SHA-256: it is random, so nothing slower is needed.
create table api_token (
    id uuid primary key,
    owner text not null references account (name),
    name text not null check (name ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
    -- As in OAuth: words with a space between them.
    scopes text not null check (scopes ~ '^(read|record|operate)( (read|record|operate))*$'),
    secret_sha256 bytea not null unique check (octet_length(secret_sha256) = 32),
    created_at timestamptz not null,
    expires_at timestamptz,
    -- To the day: enough to find those that nobody needs any more, and one write a day.
    last_used date,
    unique (owner, name)
);
