package org.parley.archive.store;

import java.util.Set;

/** Hears of the commits of this process's projections, so that nothing has to be looked for over and over. */
@FunctionalInterface
public interface CommitListener {
    /**
     * A projection went on. Called on its reader's thread, so it is to be quick; sometimes twice for one commit.
     *
     * @param projection its name
     * @param negotiations those in which it did
     */
    void committed(String projection, Set<String> negotiations);
}
