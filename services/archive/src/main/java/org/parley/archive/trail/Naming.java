package org.parley.archive.trail;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.history.Account;
import org.parley.matter.Development;
import org.parley.matter.Occurrence;
import org.parley.process.ProcessEvent.PartyAdmitted;

/**
 * The title and the party name that a development assigns, with its corrections applied.
 *
 * @param start the instant from which they apply; null if the development has no date
 * @param title the title of its matter; null if it sets none
 * @param party the code of the party that it admits; null if it admits none
 * @param name the name of that party; null without a party
 */
record Naming(
        @Nullable Instant start,
        @Nullable String title,
        @Nullable String party,
        @Nullable String name) {
    /** Assigns nothing. */
    static final Naming NONE = new Naming(null, null, null, null);

    /** What the development of a thread assigns now. */
    static Naming of(Account account) {
        Optional<Occurrence> effective = account.occurrence();
        return effective.map(occurrence -> of(occurrence.development())).orElse(NONE);
    }

    private static Naming of(Development development) {
        PartyAdmitted admission = development.event() instanceof PartyAdmitted admitted ? admitted : null;
        if (admission == null && development.title() == null) {
            return NONE;
        }
        return new Naming(
                development.occurred() == null ? null : development.start(),
                development.title(),
                admission == null ? null : admission.party().text(),
                admission == null ? null : admission.name());
    }
}
