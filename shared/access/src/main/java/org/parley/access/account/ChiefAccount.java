package org.parley.access.account;

import org.jspecify.annotations.Nullable;
import org.parley.access.identity.Role;
import org.parley.domain.language.BilingualText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The initial account, which exists from the first start. */
public final class ChiefAccount {

    /** The account's name. */
    public static final String NAME = "chief";

    static final String CREATED_BY = "parley";

    private static final Logger log = LoggerFactory.getLogger(ChiefAccount.class);

    private final AccountRepository accounts;
    private final PasswordPolicy passwords;

    public ChiefAccount(AccountRepository accounts, PasswordPolicy passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /**
     * Ensures that a chief can sign in. With a configured password, the account is created or reset: enabled, with the
     * role of a chief and that password. This recovers a lost password. Without one, the account is created with a
     * generated password if no account exists.
     *
     * @param configured the configured password; null or empty if there is none
     * @return the generated password; null if none was generated
     * @throws IllegalArgumentException if the configured password breaks the rule for passwords
     */
    @Nullable public String ensure(@Nullable String configured) {
        if (configured != null && !configured.isEmpty()) {
            apply(configured);
            return null;
        }
        String generated = passwords.generate();
        return accounts.createFirst(NAME, Role.CHIEF, generated, CREATED_BY) ? generated : null;
    }

    private void apply(String configured) {
        BilingualText violation = PasswordPolicy.violation(configured, NAME);
        if (violation != null) {
            throw new IllegalArgumentException("PARLEY_PASSWORD (parley.access.password) cannot be used. "
                    + violation.english() + " " + PasswordPolicy.RULE.english());
        }
        if (accounts.verify(NAME, configured)
                .filter(who -> who.hasRole(Role.CHIEF))
                .isEmpty()) {
            accounts.ensure(NAME, Role.CHIEF, configured, CREATED_BY);
            log.info("The account {} now has the password configured as PARLEY_PASSWORD", NAME);
        }
    }
}
