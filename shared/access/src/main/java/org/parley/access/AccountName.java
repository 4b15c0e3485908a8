package org.parley.access;

import java.util.regex.Pattern;

/** The rule for names of accounts: they appear in the trail, in addresses and in logs, so they stay plain. */
final class AccountName {

    static final String RULE = "1 to 63 characters: a-z, 0-9, '.', '_' and '-', the first a letter or digit.";

    /** Who the trail says recorded what the ledger records itself; no new account is called so. */
    static final String LEDGER = "parley";

    private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    private AccountName() {}

    static boolean isValid(String name) {
        return VALID.matcher(name).matches();
    }
}
