package org.parley.desk.page;

/** The words of the pages, for tests of what is told in them. */
public final class MessageWords {
    private MessageWords() {}

    public static Words english() {
        return new Words(new PageConfiguration().messageSource());
    }
}
