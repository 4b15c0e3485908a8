package org.parley.desk.changes;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The two times in a pasted address of a page, such as the one that a story quoted.
 *
 * @param negotiation the negotiation whose page it is; null if it is another page
 * @param asOf the time in the world; null for an address without it
 * @param knownAt the time at the desk; null for an address without it
 */
record StoryAddress(
        @Nullable String negotiation,
        @Nullable String asOf,
        @Nullable String knownAt) {

    /** Reads an address; empty for a text that is none, such as a date. */
    static Optional<StoryAddress> parse(String text) {
        String address = text.strip();
        if (!address.startsWith("http://") && !address.startsWith("https://") && !address.startsWith("/")) {
            return Optional.empty();
        }
        try {
            UriComponents uri = UriComponentsBuilder.fromUriString(address).build();
            String path = uri.getPath() == null ? "" : uri.getPath();
            String[] parts = path.split("/");
            return Optional.of(new StoryAddress(
                    parts.length > 2 && parts[1].equals("n") ? parts[2] : null,
                    parameter(uri, "asOf"),
                    parameter(uri, "knownAt")));
        } catch (IllegalArgumentException e) {
            return Optional.of(new StoryAddress(null, null, null));
        }
    }

    private static @Nullable String parameter(UriComponents uri, String name) {
        String value = uri.getQueryParams().getFirst(name);
        return value == null || value.isBlank() ? null : UriUtils.decode(value, StandardCharsets.UTF_8);
    }
}
