package org.parley.desk.find;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.access.view.SavedView.Page;
import org.parley.desk.page.PageLinks;
import org.springframework.web.util.UriComponentsBuilder;

/** The query of a page's address as it is saved: without cursors, and without the language. */
final class SavedQuery {
    private static final Set<String> NOT_SAVED = Set.of("after", "before", "skip", "more", "lang", "recorded", "page");

    private SavedQuery() {}

    static Page page(String name) {
        return name.equals("standing") ? Page.STANDING : Page.TRAIL;
    }

    /** The query to save; percent-encoded again, so that it is only a query. */
    static String of(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        UriComponentsBuilder.fromUriString("?" + (query.startsWith("?") ? query.substring(1) : query))
                .build()
                .getQueryParams()
                .forEach((name, values) -> {
                    String decoded = decoded(name);
                    if (!NOT_SAVED.contains(decoded)) {
                        parameters.put(
                                decoded,
                                values.stream()
                                        .map(value -> value == null ? "" : decoded(value))
                                        .toList());
                    }
                });
        String address = PageLinks.address("", parameters);
        return address.isEmpty() ? "" : address.substring(1);
    }

    /** The decoded text; what is not percent-encoded is itself. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
