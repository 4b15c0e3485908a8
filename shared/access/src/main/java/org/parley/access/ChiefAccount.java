package org.parley.access;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The account a newsroom starts with. */
public final class ChiefAccount {

    /** Its name. */
    public static final String NAME = "chief";

    static final String CREATED_BY = "parley";

    private static final Logger log = LoggerFactory.getLogger(ChiefAccount.class);

    private final Accounts accounts;
    private final Passwords passwords;

    ChiefAccount(Accounts accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /**
     * Makes sure somebody can sign in. With a configured password the account exists afterwards, enabled, as a chief, with
     * that password, whatever was there before: the way back in after a lost password. Without one, an account with a
     * generated password is created if there is no account at all.
     *
     * @param configured the configured password, or null or empty for none
     * @return the generated password, or null if none was needed
     * @throws IllegalArgumentException if the configured password breaks the rule for passwords
     */
    @Nullable String open(@Nullable String configured) {
        if (configured != null && !configured.isEmpty()) {
            give(configured);
            return null;
        }
        String generated = passwords.generate();
        return accounts.createFirst(NAME, Role.CHIEF, generated, CREATED_BY) ? generated : null;
    }

    private void give(String configured) {
        String fault = Passwords.fault(configured, NAME);
        if (fault != null) {
            throw new IllegalArgumentException(
                    "PARLEY_PASSWORD (parley.access.password) cannot be used. " + fault + " " + Passwords.RULE);
        }
        if (accounts.prove(NAME, configured).filter(who -> who.may(Role.CHIEF)).isEmpty()) {
            accounts.ensure(NAME, Role.CHIEF, configured, CREATED_BY);
            log.info("The account {} now has the password configured as PARLEY_PASSWORD", NAME);
        }
    }
}
