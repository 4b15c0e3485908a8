package org.parley.archive.question;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Lists that come in pages. */
public final class Pages {
    private Pages() {}

    /**
     * The answer with a link to the next page: the same question from elsewhere.
     *
     * @param parameter which says where a page begins
     * @param from where the next one does
     */
    public static ResponseEntity<byte[]> withNext(ResponseEntity<byte[]> answer, String parameter, Object from) {
        String next = ServletUriComponentsBuilder.fromCurrentRequest()
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam(AfterDevelopment.PARAMETER)
                .replaceQueryParam(parameter, from)
                .build()
                .toUriString();
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(answer.getHeaders());
        headers.put(HttpHeaders.LINK, List.of("<" + next + ">; rel=\"next\""));
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }

    /**
     * Reads how many rows a page has at most.
     *
     * @throws Problem (400) when it is no number from 1 to the most
     */
    public static int limit(@Nullable String given, int otherwise, int most) {
        if (given == null || given.isBlank()) {
            return otherwise;
        }
        try {
            int limit = Integer.parseInt(given.strip());
            if (limit >= 1 && limit <= most) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw Problem.badQuestion("/limit", "must be a number from 1 to " + most);
    }
}
