package org.parley.archive.trail;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.history.Account;
import org.parley.matter.Development;
import org.parley.matter.Occurrence;
import org.parley.process.ProcessEvent.PartyAdmitted;

/**
 * What a development, as it is held to be, calls its matter and a party.
 *
 * @param start when it begins; null where it has no date
 * @param title the title that it gives its matter; null when it gives none
 * @param party the code of the party that it admits, and its name; null when it admits none
 */
record Naming(
        @Nullable Instant start,
        @Nullable String title,
        @Nullable String party,
        @Nullable String name) {
    /** What calls nothing by any name. */
    static final Naming NONE = new Naming(null, null, null, null);

    /** What an account's development calls things now. */
    static Naming of(Account account) {
        Optional<Occurrence> holding = account.occurrence();
        return holding.map(occurrence -> of(occurrence.development())).orElse(NONE);
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
