package org.parley.domain.agreement;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.party.Parties;
import org.parley.domain.time.Edtf;

/**
 * A draft of an agreement.
 *
 * @param by who tabled it; empty if unknown
 * @param version the version's name or number, as the source gives it
 * @param leaked whether it became known through a leak
 * @param rejectedBy the parties that rejected it
 */
public record Draft(
        UUID developmentId,
        @Nullable Edtf occurred,
        Parties by,
        String version,
        @Nullable String summary,
        boolean leaked,
        Parties rejectedBy) {

    Draft rejected(Parties who) {
        return new Draft(developmentId, occurred, by, version, summary, leaked, rejectedBy.plus(who));
    }

    boolean isVersion(String name) {
        return version.strip().toLowerCase(Locale.ROOT).equals(name.strip().toLowerCase(Locale.ROOT));
    }
}
