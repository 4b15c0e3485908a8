package org.parley.archive.trail.query;

import java.util.Locale;

/** A dimension by which the entries of a trail are counted. */
enum TrailFacet {
    KIND("e.kind"),
    MATTER("case when e.kind <> 'negotiation' then e.kind || '/' || e.matter end"),
    PARTY("unnest(e.parties)"),
    TYPE("e.type"),
    STANDING("unnest(" + TrailSql.STANDINGS + ")"),
    EDITOR("e.editor");

    /** The SQL expression for the values of an entry. */
    final String values;

    TrailFacet(String values) {
        this.values = values;
    }

    /** The name of the query parameter, and of the facet in the answer. */
    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
