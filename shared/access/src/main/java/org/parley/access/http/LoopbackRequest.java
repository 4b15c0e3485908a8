package org.parley.access.http;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Detects requests that were sent directly on this machine. Three conditions must be true: the connection comes from a
 * loopback address; no proxy left a header or attribute; and the Host is a name of this machine. Without the last one,
 * a foreign page could read through the visitor's browser by pointing its host name here (DNS rebinding).
 */
public final class LoopbackRequest {

    private static final Pattern ADDRESS = Pattern.compile("127(\\.\\d{1,3}){3}|::1|0:0:0:0:0:0:0:1(%.*)?");
    private static final Pattern HOST = Pattern.compile(
            "localhost|[a-z0-9.-]+\\.localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]",
            Pattern.CASE_INSENSITIVE);

    /** The attribute that Tomcat sets when it replaces the address by a forwarded one. */
    private static final String FORWARDED = "org.apache.tomcat.request.forwarded";

    /** Headers that proxies and tunnels add. */
    private static final Set<String> PROXY_HEADERS = Set.of(
            "forwarded",
            "via",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "true-client-ip",
            "fastly-client-ip",
            "cdn-loop");

    private static final List<String> PROXY_HEADER_PREFIXES = List.of("x-forwarded-", "cf-", "x-original-", "x-envoy-");

    private LoopbackRequest() {}

    public static boolean isLocal(HttpServletRequest request) {
        ServletRequest unwrapped = request;
        while (unwrapped instanceof ServletRequestWrapper wrapper) {
            unwrapped = wrapper.getRequest();
        }
        return unwrapped instanceof HttpServletRequest direct
                && isFromLoopback(direct)
                && !isForwarded(direct)
                && hasLocalHost(direct);
    }

    private static boolean isFromLoopback(HttpServletRequest request) {
        return request.getRemoteAddr() != null
                && ADDRESS.matcher(request.getRemoteAddr()).matches();
    }

    private static boolean isForwarded(HttpServletRequest request) {
        return request.getAttribute(FORWARDED) != null
                || Collections.list(request.getHeaderNames()).stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .anyMatch(name -> PROXY_HEADERS.contains(name)
                                || PROXY_HEADER_PREFIXES.stream().anyMatch(name::startsWith));
    }

    /** A reverse proxy with default settings may add no header, but uses HTTP/1.0, which browsers and curl do not. */
    private static boolean hasLocalHost(HttpServletRequest request) {
        return request.getHeader("Host") != null
                && !"HTTP/1.0".equals(request.getProtocol())
                && HOST.matcher(request.getServerName()).matches();
    }
}
