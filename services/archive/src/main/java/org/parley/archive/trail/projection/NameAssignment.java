package org.parley.archive.trail.projection;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.domain.history.DevelopmentThread;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.negotiation.NegotiationEvent.PartyAdmitted;

/**
 * The title and the party name that a development assigns, with its corrections applied.
 *
 * @param start the instant from which they apply; null if the development has no date
 * @param title the title of its matter; null if it sets none
 * @param party the code of the party that it admits; null if it admits none
 * @param name the name of that party; null without a party
 */
record NameAssignment(
        @Nullable Instant start,
        @Nullable String title,
        @Nullable String party,
        @Nullable String name) {
    /** Assigns nothing. */
    static final NameAssignment NONE = new NameAssignment(null, null, null, null);

    /** What the development of a thread assigns now. */
    static NameAssignment of(DevelopmentThread thread) {
        Optional<Occurrence> effective = thread.occurrence();
        return effective.map(occurrence -> of(occurrence.development())).orElse(NONE);
    }

    private static NameAssignment of(Development development) {
        PartyAdmitted admission = development.event() instanceof PartyAdmitted admitted ? admitted : null;
        if (admission == null && development.title() == null) {
            return NONE;
        }
        return new NameAssignment(
                development.occurred() == null ? null : development.start(),
                development.title(),
                admission == null ? null : admission.party().text(),
                admission == null ? null : admission.name());
    }
}
