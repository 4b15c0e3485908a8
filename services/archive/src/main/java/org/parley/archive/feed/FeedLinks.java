package org.parley.archive.feed;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The absolute URLs in the feeds of a negotiation: a reader keeps a feed apart from the address where it found it.
 *
 * @param base the address of the desk, without a slash at the end
 * @param negotiation the slug
 * @param self the URL of the feed itself, with its filters
 */
record FeedLinks(String base, String negotiation, String self) {

    /**
     * The links of the current request.
     *
     * @param publicUrl the configured address; empty for that of the request
     */
    static FeedLinks of(String publicUrl, String negotiation) {
        String base = publicUrl.isBlank()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                : publicUrl.strip().replaceFirst("/+$", "");
        UriComponentsBuilder asked =
                ServletUriComponentsBuilder.fromCurrentRequest().replaceQueryParam("after-development");
        String path = asked.scheme(null).host(null).port(null).build().toUriString();
        return new FeedLinks(base, negotiation, base + path);
    }

    /** The page that the feed is about. */
    String page() {
        return base + "/n/" + negotiation;
    }

    /** The page of an entry. */
    String entry(UUID id) {
        return page() + "/entries/" + id;
    }

    /** The feed's next page; null at the end. */
    @Nullable String next(@Nullable Long before) {
        return before == null
                ? null
                : UriComponentsBuilder.fromUriString(self)
                        .replaceQueryParam("before", before)
                        .build()
                        .toUriString();
    }

    /** An id of the feed that is the same for all its pages, and at every address of the desk. */
    String id() {
        String name = UriComponentsBuilder.fromUriString(self.substring(base.length()))
                .replaceQueryParam("before")
                .replaceQueryParam("limit")
                .build()
                .toUriString();
        return urn(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    static String urn(UUID id) {
        return "urn:uuid:" + id;
    }
}
