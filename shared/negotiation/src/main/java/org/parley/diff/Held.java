package org.parley.diff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.history.Account;
import org.parley.history.Entry;
import org.parley.matter.Development;

/** What a development is held to be, apart from how it is sourced. */
record Held(Development told, boolean disputed, boolean held) {
    /**
     * By what these entries say of it, the first recording first; empty when it is retracted or had not occurred.
     *
     * @param entries the first recording and the editorial events, in the order recorded; may be none
     */
    static Optional<Held> of(List<Entry> entries, Instant desk, Instant asOf) {
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        Account account = Account.of(entries.get(0));
        entries.stream().skip(1).forEach(account::add);
        return account.occurrence(desk)
                .filter(occurrence -> !occurrence.start().isAfter(asOf))
                .map(occurrence ->
                        new Held(unsourced(occurrence.development()), occurrence.disputed(), occurrence.held()));
    }

    private static Development unsourced(Development told) {
        return new Development(told.event(), told.occurred(), told.title(), null, null, told.voices());
    }
}
