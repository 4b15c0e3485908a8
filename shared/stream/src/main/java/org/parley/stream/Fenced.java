package org.parley.stream;

/** Another process advanced the checkpoint of the same reader. */
final class Fenced extends Exception {
    private static final long serialVersionUID = 1L;

    Fenced() {
        super("another process has advanced the checkpoint of this reader", null, false, false);
    }
}
