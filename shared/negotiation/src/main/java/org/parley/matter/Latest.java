package org.parley.matter;

import java.util.ArrayList;
import java.util.List;

/**
 * The end of a list of happenings that may grow for as long as its matter lasts, such as alleged violations. A state keeps
 * the last {@value #MAX} of them and how many there are; all of them are in the matter's history. So a state stays as small
 * after 10,000 happenings as after 20.
 */
public final class Latest {
    /** How many happenings of one sort a state keeps. */
    public static final int MAX = 20;

    private Latest() {}

    /** The last {@value #MAX} after one happening more. */
    public static <T> List<T> plus(List<T> kept, T next) {
        List<T> latest = new ArrayList<>(kept.subList(Math.max(0, kept.size() + 1 - MAX), kept.size()));
        latest.add(next);
        return List.copyOf(latest);
    }
}
