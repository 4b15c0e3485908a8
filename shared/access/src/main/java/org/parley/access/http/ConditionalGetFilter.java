package org.parley.access.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes every answer of the API conditional, at one place for all endpoints: a document has an entity tag, 304 answers a
 * client that has it already, and headers say what caches may do with it. An endpoint that streams, or that knows its
 * tag without computing the answer, sets the tag itself.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13">RFC 9110, 13. Conditional Requests</a>
 */
public final class ConditionalGetFilter extends OncePerRequestFilter {
    /** The URL patterns of the filter. */
    public static final List<String> PATTERNS =
            List.of("/api/*", "/codebook", "/feeds/*", "/schemas/*", "/openapi.json");

    /** Runs within Spring Security's filters, so that it sees no refused request. */
    public static final int ORDER = 0;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.HEAD.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        boolean shared = isShared(request);
        BufferedAnswer answer = new BufferedAnswer(response, () -> CacheHeaders.write(request, response, shared));
        next.doFilter(request, answer);
        if (answer.isStreaming() || response.isCommitted()) {
            return;
        }
        if (request.isAsyncStarted()) {
            answer.startStreaming();
            return;
        }
        boolean known = answer.getStatus() == HttpStatus.OK.value()
                && response.getHeader(HttpHeaders.ETAG) == null
                && new ServletWebRequest(request, response).checkNotModified(answer.tag(TaggedContent.of(request)));
        CacheHeaders.write(request, response, shared);
        if (!known) {
            answer.copyBodyToResponse();
        }
    }

    /** The descriptions of the API are the same for all who may read; everything else depends on the account. */
    private static boolean isShared(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/api/") && !path.startsWith("/feeds/");
    }
}
