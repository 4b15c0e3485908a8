package org.parley.domain.matter;

import java.util.ArrayList;
import java.util.List;

/**
 * A bounded list of recent items, for events that can happen any number of times, such as alleged violations. A state
 * keeps the last {@value #MAX} and the total, so its size is bounded. The history of the matter has all of them.
 */
public final class RecentItems {
    /** The greatest number of items in a list. */
    public static final int MAX = 20;

    private RecentItems() {}

    /** A list with one more item, of which only the last {@value #MAX} remain; the given list does not change. */
    public static <T> List<T> append(List<T> kept, T next) {
        List<T> latest = new ArrayList<>(kept.subList(Math.max(0, kept.size() + 1 - MAX), kept.size()));
        latest.add(next);
        return List.copyOf(latest);
    }
}
