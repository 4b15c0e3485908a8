package org.parley.archive.trail.web;

import org.parley.archive.query.QueryProblemException;
import org.parley.archive.trail.query.TrailFilter;
import org.parley.archive.trail.query.TrailQuery;
import org.parley.archive.trail.query.TrailRepository;
import org.parley.domain.matter.MatterKind;

/** Checks that what a filter names exists. */
public final class TrailFilterCheck {
    private TrailFilterCheck() {}

    /**
     * Refuses a filter by a matter or party that the negotiation does not have: an empty answer would hide the mistake.
     *
     * @throws QueryProblemException (404) for an unknown matter; (400) for an unknown party or kind
     */
    public static void requireKnown(TrailRepository trail, TrailFilter filter, String negotiation) {
        String kind = filter.matterKind();
        if (kind != null && MatterKind.ofSlug(kind).isEmpty()) {
            throw QueryProblemException.badRequest(
                    "/matter",
                    "must begin with a kind, " + TrailQuery.slugs().english() + ", and a slash",
                    "debe empezar con un tipo de asunto, " + TrailQuery.slugs().spanish() + ", y una barra");
        }
        String matter = filter.matterSlug();
        if (matter != null && !trail.hasMatter(negotiation, filter.matterKind(), matter)) {
            throw QueryProblemException.notFound(
                    "There is no matter '" + filter.matter() + "' in '" + negotiation + "'. GET /api/negotiations/"
                            + negotiation + " lists all of them.",
                    "No hay ningún asunto «" + filter.matter() + "» en «" + negotiation + "». GET /api/negotiations/"
                            + negotiation + " los enumera.");
        }
        for (String party : filter.parties()) {
            if (!trail.hasParty(negotiation, party)) {
                throw QueryProblemException.badRequest(
                        "/party",
                        party + " was never admitted to '" + negotiation + "'. GET /api/negotiations/" + negotiation
                                + " lists its parties.",
                        party + " no se ha admitido nunca en «" + negotiation + "». GET /api/negotiations/"
                                + negotiation + " enumera sus partes.");
            }
        }
    }
}
