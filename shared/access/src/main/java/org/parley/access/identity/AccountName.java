package org.parley.access.identity;

import java.util.regex.Pattern;
import org.parley.domain.language.BilingualText;

/** The rule for account names: they appear in the trail, in URLs and in logs, so they are plain ASCII. */
public final class AccountName {

    public static final BilingualText RULE = new BilingualText(
            "1 to 63 characters: a-z, 0-9, '.', '_' and '-', the first a letter or digit.",
            "De 1 a 63 caracteres: a-z, 0-9, «.», «_» y «-»; el primero, una letra o una cifra.");

    /** The editor of the entries that the ledger records itself; no account may have this name. */
    public static final String LEDGER = "parley";

    private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    private AccountName() {}

    public static boolean isValid(String name) {
        return VALID.matcher(name).matches();
    }
}
