package org.parley.archive.trail;

import java.util.Locale;

/** A dimension by which the entries of a trail are counted. */
enum Facet {
    KIND("e.kind"),
    MATTER("case when e.kind <> 'negotiation' then e.kind || '/' || e.matter end"),
    PARTY("unnest(e.parties)"),
    TYPE("e.type"),
    STANDING("unnest(" + TrailSelect.STANDINGS + ")"),
    EDITOR("e.editor");

    /** The SQL expression for the values of an entry. */
    final String values;

    Facet(String values) {
        this.values = values;
    }

    /** The name of the query parameter, and of the facet in the answer. */
    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
