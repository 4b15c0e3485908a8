package org.parley.archive.store;

import java.util.Set;

/** Is notified of the commits of this process's projections, so that nothing has to poll for them. */
@FunctionalInterface
public interface CommitListener {
    /**
     * A projection has committed. Called on the thread of its reader, so it must return quickly; sometimes called twice
     * for one commit.
     *
     * @param projection the name of the projection
     * @param negotiations the negotiations with new events
     */
    void committed(String projection, Set<String> negotiations);
}
