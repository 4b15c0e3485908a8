package org.parley.stream;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What went wrong, in words that can be stored and shown. */
final class Wording {
    private static final int MAX = 1_000;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private Wording() {}

    static String of(Throwable e) {
        StringBuilder text = new StringBuilder(one(e));
        for (Throwable cause = e.getCause(); cause != null && text.length() < MAX; cause = cause.getCause()) {
            text.append("; ").append(one(cause));
        }
        return storable(text.toString());
    }

    private static String one(Throwable e) {
        String name = e.getClass().getSimpleName();
        return e.getMessage() == null ? name : name + ": " + e.getMessage();
    }

    /** PostgreSQL refuses NUL and half characters, and a log line is one line. */
    private static String storable(String text) {
        String line = CONTROL.matcher(text).replaceAll(" ");
        String start = line.length() <= MAX ? line : line.substring(0, MAX) + "…";
        return new String(start.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
