package org.parley.desk.page;

/** The page messages, for tests outside this package. */
public final class MessageWords {
    private MessageWords() {}

    public static Words english() {
        return new Words(new PageConfiguration().messageSource());
    }
}
