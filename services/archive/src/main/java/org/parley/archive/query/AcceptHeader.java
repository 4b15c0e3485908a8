package org.parley.archive.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** Chooses the media type of a response from the {@code Accept} header. */
public final class AcceptHeader {
    private AcceptHeader() {}

    /**
     * The media type that the client prefers.
     *
     * @param accept the header; without one the first media type is chosen
     * @param available the media types that can be produced; the first is chosen if the header gives several the same
     *     weight
     */
    public static String preferred(@Nullable String accept, List<String> available) {
        if (accept == null || accept.isBlank()) {
            return available.get(0);
        }
        List<MediaType> ranges = MediaType.parseMediaTypes(accept);
        MimeTypeUtils.sortBySpecificity(ranges);
        return ranges.stream()
                .flatMap(type ->
                        available.stream().filter(candidate -> type.includes(MediaType.parseMediaType(candidate))))
                .findFirst()
                .orElse(available.get(0));
    }
}
