package org.parley.projection;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Describes failures as text that can be stored and displayed. */
public final class ErrorText {
    private static final int MAX = 1_000;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private ErrorText() {}

    public static String describe(Throwable e) {
        StringBuilder text = new StringBuilder(nameAndMessage(e));
        for (Throwable cause = e.getCause(); cause != null && text.length() < MAX; cause = cause.getCause()) {
            text.append("; ").append(nameAndMessage(cause));
        }
        return storable(text.toString());
    }

    private static String nameAndMessage(Throwable e) {
        String name = e.getClass().getSimpleName();
        return e.getMessage() == null ? name : name + ": " + e.getMessage();
    }

    /** PostgreSQL rejects NUL and unpaired surrogates, and a log entry must be one line. */
    private static String storable(String text) {
        String line = CONTROL.matcher(text).replaceAll(" ");
        String start = line.length() <= MAX ? line : line.substring(0, MAX) + "…";
        return new String(start.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
