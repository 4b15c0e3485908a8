-- The similarity of words. pg_trgm is a trusted extension: the owner of the database may create it.
create extension if not exists pg_trgm;

-- Whoever runs the database may have created it before in another schema, so its functions have a name here that is always the same.
do $$
declare home text;
begin
    select quote_ident(n.nspname) into strict home
    from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';
    execute format('create function word_likeness(text, text) returns real language sql immutable strict parallel safe as %L',
        'select ' || home || '.similarity($1, $2)');
    execute format('create function likeness_within(text, text) returns real language sql immutable strict parallel safe as %L',
        'select ' || home || '.word_similarity($1, $2)');
end $$;

-- Empty until a build of the trail has the table: queries are answered meanwhile. The build replaces the view.
create view trail_word as
    select null::text as negotiation, null::text collate "C" as word, null::bigint as since where false;
