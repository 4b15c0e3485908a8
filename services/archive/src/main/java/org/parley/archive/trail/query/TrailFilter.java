package org.parley.archive.trail.query;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.history.Standing;
import org.parley.domain.matter.MatterKind;

/**
 * A filter of trail entries; an empty list, or null, does not filter.
 *
 * @param matter the slug of a matter of any kind, or kind/slug
 * @param parties codes; an entry that names one of them matches
 * @param types event types
 * @param ids ids of developments and editorial events
 * @param words a full-text search of the summary, the note and the sources
 * @param tolerant whether a word that occurs nowhere stands for similar ones
 */
public record TrailFilter(
        List<MatterKind> kinds,
        @Nullable String matter,
        List<String> parties,
        List<String> types,
        List<Standing> standings,
        List<String> editors,
        List<UUID> ids,
        @Nullable String words,
        boolean tolerant) {
    /** Matches every entry. */
    static final TrailFilter NONE =
            new TrailFilter(List.of(), null, List.of(), List.of(), List.of(), List.of(), List.of(), null, false);

    /**
     * Whether an entry matches by kind, type and party. The other criteria are not checked: a live stream does not take
     * them.
     */
    public boolean matches(TrailEntry entry) {
        return (kinds.isEmpty() || kinds.contains(entry.event().subject().kind()))
                && (types.isEmpty() || types.contains(entry.event().type().event()))
                && (parties.isEmpty() || entry.parties().stream().anyMatch(parties::contains));
    }

    /** The kind given with the matter; null if none was given. */
    @Nullable public String matterKind() {
        return matter == null || matter.indexOf('/') < 0 ? null : matter.substring(0, matter.indexOf('/'));
    }

    /** The slug of the matter; null if none was given. */
    @Nullable public String matterSlug() {
        return matter == null ? null : matter.substring(matter.indexOf('/') + 1);
    }

    /** The filter without those of facets. */
    TrailFilter withoutFacets() {
        return new TrailFilter(List.of(), null, List.of(), List.of(), List.of(), List.of(), ids, words, tolerant);
    }

    /** The values of one facet in the filter. */
    List<String> values(TrailFacet facet) {
        return switch (facet) {
            case KIND -> kinds.stream().map(MatterKind::slug).toList();
            case MATTER -> matter == null ? List.of() : List.of(matter);
            case PARTY -> parties;
            case TYPE -> types;
            case STANDING -> standings.stream().map(Standing::name).toList();
            case EDITOR -> editors;
        };
    }
}
