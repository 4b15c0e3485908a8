-- The views of a negotiation that somebody saved under a name: the page with its filter, as the query of its address.
create table saved_view (
    id uuid primary key,
    -- The name of a person as in the trail: an account, or a user of the provider, who has none here.
    owner text not null,
    negotiation text not null,
    page text not null check (page in ('standing', 'trail')),
    name text not null check (char_length(name) between 1 and 80),
    query text not null check (char_length(query) <= 4000),
    created_at timestamptz not null,
    unique (owner, negotiation, name)
);
