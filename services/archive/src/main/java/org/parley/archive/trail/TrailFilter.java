package org.parley.archive.trail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.history.Standing;
import org.parley.matter.Kind;

/**
 * Which entries of a trail are asked for; an empty list and null ask for all.
 *
 * @param matter the slug of a matter, of any kind
 * @param parties codes; an entry that names one of them
 * @param types event types
 * @param words words of the summary, the note or the sources, as one types them into a search engine
 */
record TrailFilter(
        List<Kind> kinds,
        @Nullable String matter,
        List<String> parties,
        List<String> types,
        List<Standing> standings,
        List<String> editors,
        @Nullable String words) {
    /** Asks for all. */
    static final TrailFilter NONE = new TrailFilter(List.of(), null, List.of(), List.of(), List.of(), List.of(), null);
}
