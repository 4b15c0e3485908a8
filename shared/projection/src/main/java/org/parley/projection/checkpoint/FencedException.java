package org.parley.projection.checkpoint;

/** Another process advanced the checkpoint of the same reader. */
public final class FencedException extends Exception {
    private static final long serialVersionUID = 1L;

    FencedException() {
        super("another process has advanced the checkpoint of this reader", null, false, false);
    }
}
