package org.parley.desk.page;

/** The page messages, for tests outside this package. */
public final class TestPageMessages {
    private TestPageMessages() {}

    public static PageMessages english() {
        return new PageMessages(new PageConfiguration().messageSource());
    }
}
