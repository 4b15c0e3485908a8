package org.parley.ledger.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.domain.language.Language;

/**
 * The condition of the header {@code If-Match} on the version of a matter: that the matter exists ({@code *}), or that
 * it has one of these versions. Version 0 is that of a matter without events.
 *
 * @param versions the entity tags without their quotation marks; a weak tag keeps its {@code W/} and never matches; an
 *     empty list requires that the matter exists
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1">RFC 9110, 13.1.1 If-Match</a>
 */
public record VersionCondition(List<String> versions) {
    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"|(\\d{1,18})");
    private static final Pattern LIST =
            Pattern.compile("[ \\t,]*(?:" + TAG + ")(?:[ \\t]*,[ \\t,]*(?:" + TAG + "))*[ \\t,]*");

    public VersionCondition {
        versions = List.copyOf(versions);
    }

    /** Parses a header value. The quotation marks of a version are optional. Empty if it is malformed. */
    public static Optional<VersionCondition> parse(String header) {
        if (header.strip().equals("*")) {
            return Optional.of(new VersionCondition(List.of()));
        } else if (!LIST.matcher(header).matches()) {
            return Optional.empty();
        }
        List<String> versions = new ArrayList<>();
        Matcher tag = TAG.matcher(header);
        while (tag.find()) {
            String bare = tag.group(3);
            versions.add(bare == null ? (tag.group(1) == null ? "" : "W/") + tag.group(2) : bare);
        }
        return Optional.of(new VersionCondition(versions));
    }

    /** Whether a matter with this version satisfies the condition. */
    public boolean isMetBy(long version) {
        return versions.isEmpty() ? version > 0 : versions.contains(Long.toString(version));
    }

    /** Whether it would be met by a weak entity tag of this version, if weak ones matched. */
    public boolean isWeaklyMetBy(long version) {
        return versions.contains("W/" + version);
    }

    /** The required version, as the end of a sentence. */
    public String describe(Language language) {
        return switch (language) {
            case ENGLISH -> versions.isEmpty() ? "one that exists" : "version " + String.join(" or ", versions);
            case SPANISH -> versions.isEmpty() ? "uno que exista" : "la versión " + String.join(" o ", versions);
        };
    }
}
