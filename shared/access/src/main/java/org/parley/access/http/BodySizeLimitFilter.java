package org.parley.access.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.parley.access.problem.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are too large with 413: at once if the length is declared, otherwise as soon as the limit is
 * exceeded while reading. It runs after authorization, so that no unauthorized body is read. Forms are refused (415):
 * the server would parse them itself, without the limit.
 */
public final class BodySizeLimitFilter extends OncePerRequestFilter {

    private static final RequestMatcher API =
            PathPatternRequestMatcher.withDefaults().matcher("/api/**");
    private static final RequestMatcher BATCH =
            PathPatternRequestMatcher.withDefaults().matcher("/api/commands/batch");

    private static final ProblemResponse FORM = new ProblemResponse(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "Forms are not accepted here. Send JSON with Content-Type: application/json.",
            "Aquí no se admiten formularios. Envíe JSON con Content-Type: application/json.");

    private final BodySizeProperties limits;

    public BodySizeLimitFilter(BodySizeProperties limits) {
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
        long declared = request.getContentLengthLong();
        if (isForm(request)) {
            FORM.write(request, response);
        } else if (declared > limit) {
            tooLarge(limit).write(request, response);
        } else if (declared >= 0) {
            // The server delivers at most the declared length.
            next.doFilter(request, response);
        } else {
            readLimited(
                    new SizeLimitedRequest(request, limit, () -> refuseMidway(limit, request, response)),
                    response,
                    next);
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
        return type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                || type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    private static void readLimited(SizeLimitedRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        try {
            next.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (!request.isTooLarge()) {
                throw e;
            }
        }
    }

    /** Completes and closes the response, so that an error of the reader about the truncated body cannot replace it. */
    private static void refuseMidway(long limit, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!response.isCommitted()) {
            response.reset();
            tooLarge(limit).write(request, response);
            response.getOutputStream().close();
        }
    }

    private static ProblemResponse tooLarge(long limit) {
        return new ProblemResponse(
                HttpStatus.CONTENT_TOO_LARGE,
                "The body is larger than the limit of " + limit + " bytes. Send it in parts.",
                "El cuerpo supera el límite de " + limit + " bytes. Envíelo por partes.");
    }
}
