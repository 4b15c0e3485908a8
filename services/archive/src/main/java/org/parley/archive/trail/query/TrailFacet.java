package org.parley.archive.trail.query;

import java.util.Collection;
import java.util.Locale;

/** A dimension by which the entries of a trail are counted. */
enum TrailFacet {
    KIND(1, "e.kind", "kind"),
    MATTER(2, "case when e.kind <> 'negotiation' then e.matter end", "kind, matter"),
    PARTY(4, "e.parties", "party"),
    TYPE(8, "e.type", "type"),
    STANDING(16, TrailSql.STANDINGS, "standing"),
    EDITOR(32, "e.editor", "editor");

    /** The SQL expression for the value of an entry, an array where an entry can have several values. */
    final String values;

    /** The columns by which its values are grouped. */
    final String groups;

    private final int bit;

    TrailFacet(int bit, String values, String groups) {
        this.bit = bit;
        this.values = values;
        this.groups = groups;
    }

    /** The name of its column. */
    String column() {
        return parameter();
    }

    /** Its bit in a sum of facets. */
    int bit() {
        return bit;
    }

    /**
     * What {@code grouping} of PostgreSQL returns for the columns of some facets in the groups of this one: a bit for
     * each column that is not grouped by, the last column being the lowest bit.
     */
    int grouping(Collection<TrailFacet> facets) {
        int bits = 0;
        for (TrailFacet facet : facets) {
            boolean isGrouped = facet == this || (this == MATTER && facet == KIND);
            bits = 2 * bits + (isGrouped ? 0 : 1);
        }
        return bits;
    }

    /** What it returns for all entries together. */
    static int noGrouping(Collection<TrailFacet> facets) {
        return (1 << facets.size()) - 1;
    }

    /** The name of the query parameter, and of the facet in the answer. */
    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
