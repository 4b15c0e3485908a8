package org.parley.archive.feed;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.archive.query.QueryProblemException;
import org.parley.archive.trail.query.TrailQuery;
import org.parley.domain.history.Standing;

/** The query parameters of a feed: the filters of the trail. Of several values of a parameter, one has to match. */
record FeedQuery(
        @Parameter(description = "Only these kinds of matter: ceasefire, guarantee …") @Nullable List<String> kind,

        @Parameter(description = "Only the matter with this slug, or this kind and slug: ceasefire/alaska") @Nullable String matter,

        @Parameter(description = "Only entries that name one of these parties") @Nullable List<String> party,

        @Parameter(description = "Only events of these types: CeasefireRejected …") @Nullable List<String> type,

        @Parameter(
                description = "Only entries with this standing: EFFECTIVE, DISPUTED, CORRECTED, RETRACTED. What is held"
                        + " is in no feed")
        @Nullable List<String> standing,

        @Parameter(description = "Only entries recorded by these editors") @Nullable List<String> editor,

        @Parameter(description = "Words of the summary, the note or the sources, as in the trail") @Nullable String q) {

    /**
     * Parses the parameters.
     *
     * @param before only entries before this position; null for all
     * @param limit the page size; null for the trail's
     * @throws QueryProblemException (400) with all invalid parameters
     */
    TrailQuery.Page toPage(@Nullable String before, @Nullable String limit) {
        TrailQuery.Page page = new TrailQuery(
                        null, before, "desc", limit, kind, matter, party, type, standing, editor, q, null, null)
                .toPage();
        if (page.filter().standings().contains(Standing.HELD)) {
            throw QueryProblemException.badRequest(
                    "/standing",
                    "must not be HELD: what is under embargo is in no feed",
                    "no debe ser HELD: lo que está bajo embargo no aparece en ningún canal");
        }
        return page;
    }
}
