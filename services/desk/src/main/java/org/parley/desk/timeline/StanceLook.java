package org.parley.desk.timeline;

import java.util.Locale;
import org.parley.domain.question.Stance;

/** What a stance looks like: the colour of a family of statuses, and a bare sign, because statuses have enclosed ones. */
enum StanceLook {
    SUPPORTS("agreed", "yes"),
    OPPOSES("refused", "no"),
    CONDITIONAL("unsure", "cond"),
    UNDECLARED("over", "out");

    private final String family;
    private final String sign;

    StanceLook(String family, String sign) {
        this.family = family;
        this.sign = sign;
    }

    /** The stance's term in the contract. */
    public String stance() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String family() {
        return family;
    }

    public String sign() {
        return sign;
    }

    /** Of a {@link Stance}; of one that this version does not know, that of an undeclared one. */
    static StanceLook of(String stance) {
        for (StanceLook look : values()) {
            if (look.stance().equalsIgnoreCase(stance)) {
                return look;
            }
        }
        return UNDECLARED;
    }
}
