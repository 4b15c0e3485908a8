package org.parley.access.token;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Role;
import org.parley.access.identity.Scope;

/**
 * An API token of a program, without its secret.
 *
 * @param name the program that it is for; follows the rule for account names, unique per owner
 * @param owner the account on whose behalf it acts
 * @param expires when it expires (UTC); null if it does not
 * @param lastUsed the last day on which it was used (UTC); null if it was never used
 */
record ApiToken(
        UUID id,
        String name,
        String owner,
        Set<Scope> scopes,
        Instant created,
        @Nullable Instant expires,
        @Nullable LocalDate lastUsed) {

    /**
     * The principal of the program: the owner's role, restricted by the scopes, under a name that identifies the token.
     */
    ParleyPrincipal toPrincipal(Role role) {
        return new ParleyPrincipal(owner + "/" + name, role, scopes);
    }

    boolean isExpiredAt(Instant now) {
        return expires != null && !now.isBefore(expires);
    }
}
