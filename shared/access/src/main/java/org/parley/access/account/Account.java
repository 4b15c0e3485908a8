package org.parley.access.account;

import java.time.Instant;
import org.parley.access.identity.Role;

/**
 * An account without its password hash.
 *
 * @param name unique; 1 to 63 characters: a-z, 0-9, '.', '_' and '-', the first a letter or digit
 * @param role what it may do
 * @param createdAt when it was created (UTC)
 * @param createdBy the account that created it, or {@code parley} for the first start
 * @param enabled whether it may sign in
 */
public record Account(String name, Role role, Instant createdAt, String createdBy, boolean enabled) {}
