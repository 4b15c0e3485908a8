package org.parley.archive.trail;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.history.Standing;
import org.parley.matter.Kind;

/**
 * Which entries of a trail are asked for; an empty list and null ask for all.
 *
 * @param matter the slug of a matter, of any kind or after its kind and a slash
 * @param parties codes; an entry that names one of them
 * @param types event types
 * @param ids ids of developments and editorial events
 * @param words words of the summary, the note or the sources, as one types them into a search engine
 */
record TrailFilter(
        List<Kind> kinds,
        @Nullable String matter,
        List<String> parties,
        List<String> types,
        List<Standing> standings,
        List<String> editors,
        List<UUID> ids,
        @Nullable String words) {
    /** Asks for all. */
    static final TrailFilter NONE =
            new TrailFilter(List.of(), null, List.of(), List.of(), List.of(), List.of(), List.of(), null);

    /** Whether it lets an entry pass, as far as it asks for kinds, types and parties alone. */
    boolean lets(TrailEntry entry) {
        return (kinds.isEmpty() || kinds.contains(entry.event().subject().kind()))
                && (types.isEmpty() || types.contains(entry.event().type().event()))
                && (parties.isEmpty() || entry.parties().stream().anyMatch(parties::contains));
    }

    /** The kind that the matter is given with, if any. */
    @Nullable String matterKind() {
        return matter == null || matter.indexOf('/') < 0 ? null : matter.substring(0, matter.indexOf('/'));
    }

    /** The matter without its kind. */
    @Nullable String matterSlug() {
        return matter == null ? null : matter.substring(matter.indexOf('/') + 1);
    }

    /** The same but for what is asked of one facet. */
    TrailFilter without(Facet facet) {
        return new TrailFilter(
                facet == Facet.KIND ? List.of() : kinds,
                facet == Facet.MATTER ? null : matter,
                facet == Facet.PARTY ? List.of() : parties,
                facet == Facet.TYPE ? List.of() : types,
                facet == Facet.STANDING ? List.of() : standings,
                facet == Facet.EDITOR ? List.of() : editors,
                ids,
                words);
    }

    /** What is asked of one facet. */
    List<String> values(Facet facet) {
        return switch (facet) {
            case KIND -> kinds.stream().map(Kind::slug).toList();
            case MATTER -> matter == null ? List.of() : List.of(matter);
            case PARTY -> parties;
            case TYPE -> types;
            case STANDING -> standings.stream().map(Standing::name).toList();
            case EDITOR -> editors;
        };
    }
}
