package org.parley.access.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** Tells caches what an answer depends on ({@code Vary}) and how long it is valid ({@code Cache-Control}). */
final class CacheHeaders {
    /** The usual maximum, which RFC 2616 once prescribed. */
    private static final Duration FIXED = Duration.ofDays(365);

    /**
     * Headers that a method reads, but that select no other representation, or, like {@code Accept-Datetime}, only with
     * some queries: then the method adds them itself.
     */
    private static final Set<String> NOT_SELECTING =
            Set.of("if-none-match", "if-match", "last-event-id", "accept-datetime");

    private CacheHeaders() {}

    /**
     * Adds the headers that the answer does not have yet. Errors keep {@code no-store}, which Spring Security sets.
     *
     * @param shared whether the answer is the same for everyone who may read it
     */
    static void write(HttpServletRequest request, HttpServletResponse response, boolean shared) {
        Set<String> vary = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        vary.add(HttpHeaders.ACCEPT_ENCODING);
        if (!shared) {
            vary.add(HttpHeaders.AUTHORIZATION);
        }
        if (request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod method) {
            selecting(method).forEach(vary::add);
        }
        if (response.getStatus() == HttpStatus.NOT_ACCEPTABLE.value()) {
            vary.add(HttpHeaders.ACCEPT);
        }
        response.getHeaders(HttpHeaders.VARY).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .forEach(vary::remove);
        vary.forEach(header -> response.addHeader(HttpHeaders.VARY, header));
        if (response.getStatus() < HttpStatus.BAD_REQUEST.value()
                && response.getHeader(HttpHeaders.CACHE_CONTROL) == null) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, lifetime(request, shared));
        }
    }

    private static String lifetime(HttpServletRequest request, boolean shared) {
        CacheControl control =
                FixedAnswer.isMarked(request) ? CacheControl.maxAge(FIXED).immutable() : CacheControl.noCache();
        return Objects.requireNonNull((shared ? control : control.cachePrivate()).getHeaderValue());
    }

    /** The request headers that select the representation: those the method reads, and Accept if it has a choice. */
    private static Stream<String> selecting(HandlerMethod method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
        Stream<String> negotiated =
                mapping != null && mapping.produces().length > 1 ? Stream.of(HttpHeaders.ACCEPT) : Stream.of();
        return Stream.concat(
                negotiated,
                Arrays.stream(method.getMethodParameters())
                        .filter(parameter -> parameter.hasParameterAnnotation(RequestHeader.class))
                        .map(CacheHeaders::header)
                        .filter(name ->
                                StringUtils.hasText(name) && !NOT_SELECTING.contains(name.toLowerCase(Locale.ROOT))));
    }

    private static String header(MethodParameter parameter) {
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        return header == null ? "" : header.name();
    }
}
