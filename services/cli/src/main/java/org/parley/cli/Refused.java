package org.parley.cli;

/** What was asked for cannot be had; the message says why, in a sentence. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
        super(why);
    }
}
