package org.parley.domain.party;

import org.jspecify.annotations.Nullable;

/**
 * An actor: a party, and the person who speaks for it if the source names one.
 *
 * @param party the party's code
 * @param person the person's name as free text, at most {@value #PERSON_MAX} characters, or null
 */
public record Actor(PartyCode party, @Nullable String person) {
    /** The longest name of a person, in characters. */
    public static final int PERSON_MAX = 200;

    public Actor(PartyCode party) {
        this(party, null);
    }

    /** The party with this code, without a person. */
    public static Actor of(String code) {
        return new Actor(new PartyCode(code));
    }
}
