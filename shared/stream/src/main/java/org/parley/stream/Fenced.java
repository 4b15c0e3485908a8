package org.parley.stream;

/** Another reader of the same projection went on from where this one was. */
final class Fenced extends Exception {
    private static final long serialVersionUID = 1L;

    Fenced() {
        super("another reader of this projection is at work", null, false, false);
    }
}
