package org.parley.archive.trail;

import java.util.Locale;

/** What the entries of a trail are counted by. */
enum Facet {
    KIND("e.kind"),
    MATTER("case when e.kind <> 'negotiation' then e.kind || '/' || e.matter end"),
    PARTY("unnest(e.parties)"),
    TYPE("e.type"),
    STANDING("unnest(" + TrailSelect.STANDINGS + ")"),
    EDITOR("e.editor");

    /** Its values of an entry, in SQL. */
    final String values;

    Facet(String values) {
        this.values = values;
    }

    /** As in questions and answers. */
    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
