package org.parley.desk.proposal;

import org.jspecify.annotations.Nullable;

/**
 * A party that a sentence names, by its name, its capital or a person who speaks for it.
 *
 * @param party the party's code
 * @param person the person; null if only the party is named
 * @param start where it is named in the sentence
 * @param end where the name ends, exclusive
 */
public record ProposedActor(String party, @Nullable String person, int start, int end) {}
