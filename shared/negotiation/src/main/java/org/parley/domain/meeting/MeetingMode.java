package org.parley.domain.meeting;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the parties of a meeting meet. */
public enum MeetingMode {
    IN_PERSON,
    PHONE,
    VIDEO,
    INDIRECT,
    WRITTEN;

    private static final Pattern INDIRECT_FORMAT = Pattern.compile("\\bindirect|\\bproximity talks\\b");
    private static final Pattern PHONE_FORMAT = Pattern.compile("\\b(tele)?phone|\\bcall\\b");
    private static final Pattern VIDEO_FORMAT = Pattern.compile("\\bvideo");
    private static final Pattern WRITTEN_FORMAT = Pattern.compile("\\bletters?\\b|\\bin writing\\b");

    /**
     * The mode given, or else the one that the words of the format name: what was recorded before there were modes says
     * it there.
     *
     * @return null if neither says
     */
    static @Nullable MeetingMode of(@Nullable MeetingMode given, @Nullable String format) {
        if (given != null || format == null) {
            return given;
        }
        String words = format.toLowerCase(Locale.ROOT);
        if (INDIRECT_FORMAT.matcher(words).find()) {
            return INDIRECT;
        } else if (VIDEO_FORMAT.matcher(words).find()) {
            return VIDEO;
        } else if (PHONE_FORMAT.matcher(words).find()) {
            return PHONE;
        }
        return WRITTEN_FORMAT.matcher(words).find() ? WRITTEN : null;
    }
}
