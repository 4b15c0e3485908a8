create index if not exists trail_entry_place on trail_entry (partition, place, position);
create index if not exists trail_entry_recorded on trail_entry (negotiation, recorded_at, position);
create index if not exists trail_entry_matter on trail_entry (negotiation, kind, matter, position);
create index if not exists trail_entry_type on trail_entry (negotiation, type, position);
create index if not exists trail_entry_editor on trail_entry (negotiation, editor, position);
create index if not exists trail_entry_parties on trail_entry using gin (parties);
create index if not exists trail_entry_search on trail_entry using gin (search);
create index if not exists trail_standing_trail on trail_standing (negotiation, development_id, since);
-- Has all that facets and the calendar count, so that they do not read the entries.
create index if not exists trail_entry_counted on trail_entry (negotiation, position)
    include (kind, matter, parties, type, editor, development_id, occurred_start);
-- The developments in the order of the world.
create index if not exists trail_entry_occurred on trail_entry (negotiation, occurred_start desc nulls last, position desc)
    where targets is null;
create index if not exists trail_matter_negotiation on trail_matter (negotiation) where kind = 'negotiation';
