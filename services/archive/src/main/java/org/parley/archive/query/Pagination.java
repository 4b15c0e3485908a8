package org.parley.archive.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Pagination of lists. */
public final class Pagination {
    private Pagination() {}

    /**
     * The response with a link to the next page: the same URL with another start.
     *
     * @param parameter the name of the parameter for the start of a page
     * @param from the start of the next page
     */
    public static ResponseEntity<byte[]> withNextLink(ResponseEntity<byte[]> answer, String parameter, Object from) {
        String next = ServletUriComponentsBuilder.fromCurrentRequest()
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam(AfterDevelopmentInterceptor.PARAMETER)
                .replaceQueryParam(parameter, from)
                .build()
                .toUriString();
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(answer.getHeaders());
        headers.put(HttpHeaders.LINK, List.of("<" + next + ">; rel=\"next\""));
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }

    /**
     * Parses the page size.
     *
     * @throws QueryProblemException (400) if it is not a number from 1 to {@code max}
     */
    public static int limit(@Nullable String given, int defaultLimit, int max) {
        if (given == null || given.isBlank()) {
            return defaultLimit;
        }
        try {
            int limit = Integer.parseInt(given.strip());
            if (limit >= 1 && limit <= max) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw QueryProblemException.badRequest(
                "/limit", "must be a number from 1 to " + max, "debe ser un número del 1 al " + max);
    }
}
