package org.parley.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program's token as it may be shown: all of it but the secret.
 *
 * @param name which program it is for; the rule of accounts' names, unique among its owner's
 * @param owner the account it speaks for
 * @param expires until when it is good (UTC); null for ever
 * @param lastUsed the last day it was used (UTC); null if it never was
 */
record ApiToken(
        UUID id,
        String name,
        String owner,
        Set<Scope> scopes,
        Instant created,
        @Nullable Instant expires,
        @Nullable LocalDate lastUsed) {

    /** Who signs in with it: the owner's role, within its scopes, under a name that tells the program from the person. */
    SignedIn signedIn(Role role) {
        return new SignedIn(owner + "/" + name, role, scopes);
    }

    boolean isExpiredAt(Instant now) {
        return expires != null && !now.isBefore(expires);
    }
}
