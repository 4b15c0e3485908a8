package org.parley.access.view;

import java.util.UUID;

/**
 * A page of a negotiation with a filter, saved under a name.
 *
 * @param name unique among the views that its owner saved of the negotiation
 * @param query the query of the page's address, percent-encoded, without the question mark
 */
public record SavedView(UUID id, String negotiation, Page page, String name, String query) {
    public static final int NAME_MAX = 80;
    public static final int QUERY_MAX = 4_000;

    /** The pages whose filters can be saved. */
    public enum Page {
        /** The list of matters with their statuses. */
        STANDING,
        TRAIL
    }

    /** Whether this can be the name of a view: 1 to 80 characters, without control characters. */
    public static boolean isName(String name) {
        return !name.isBlank()
                && name.codePointCount(0, name.length()) <= NAME_MAX
                && name.codePoints().noneMatch(Character::isISOControl);
    }
}
