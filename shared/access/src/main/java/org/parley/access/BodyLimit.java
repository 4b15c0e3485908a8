package org.parley.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are too large with 413: at once if the length is announced, otherwise as soon as more was read. It
 * stands behind authorization, so that nobody's body is read before they may send it. Forms are not taken at all (415):
 * the server would read them by itself, past the count.
 */
final class BodyLimit extends OncePerRequestFilter {

    private static final RequestMatcher API =
            PathPatternRequestMatcher.withDefaults().matcher("/api/**");
    private static final RequestMatcher BATCH =
            PathPatternRequestMatcher.withDefaults().matcher("/api/commands/batch");

    private static final ProblemJson FORM = new ProblemJson(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "Forms are not taken here. Send JSON, and say so: Content-Type: application/json.");

    private final BodyProperties limits;

    BodyLimit(BodyProperties limits) {
        this.limits = limits;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !API.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        long limit = (BATCH.matches(request) ? limits.maxBatchBody() : limits.maxBody()).toBytes();
        long announced = request.getContentLengthLong();
        if (isForm(request)) {
            FORM.write(request, response);
        } else if (announced > limit) {
            tooLarge(limit).write(request, response);
        } else if (announced >= 0) {
            // The server hands out no more than was announced.
            next.doFilter(request, response);
        } else {
            count(new CountedRequest(request, limit, () -> refuseMidway(limit, request, response)), response, next);
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
        return type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                || type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    private static void count(CountedRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        try {
            next.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (!request.isTooLarge()) {
                throw e;
            }
        }
    }

    /** Whatever the reader makes of the broken body comes too late: the answer is complete and closed. */
    private static void refuseMidway(long limit, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!response.isCommitted()) {
            response.reset();
            tooLarge(limit).write(request, response);
            response.getOutputStream().close();
        }
    }

    private static ProblemJson tooLarge(long limit) {
        return new ProblemJson(
                HttpStatus.CONTENT_TOO_LARGE,
                "The body is larger than the " + limit + " bytes allowed here. Send it in parts.");
    }
}
