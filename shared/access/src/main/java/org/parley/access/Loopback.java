package org.parley.access;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells whether a request was made directly on this machine. One that came through a proxy never was, whatever address
 * it claims; nor one whose Host is another name: that is how a page from elsewhere, its name made to point here, would
 * read with the visitor's browser (DNS rebinding).
 */
final class Loopback {

    private static final Pattern ADDRESS = Pattern.compile("127(\\.\\d{1,3}){3}|::1|0:0:0:0:0:0:0:1(%.*)?");
    private static final Pattern HOST = Pattern.compile(
            "localhost|[a-z0-9.-]+\\.localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]",
            Pattern.CASE_INSENSITIVE);

    /** What Tomcat sets when it has replaced the address by a forwarded one. */
    private static final String FORWARDED = "org.apache.tomcat.request.forwarded";

    private Loopback() {}

    static boolean isOrigin(HttpServletRequest request) {
        ServletRequest bare = request;
        while (bare instanceof ServletRequestWrapper wrapper) {
            bare = wrapper.getRequest();
        }
        return bare instanceof HttpServletRequest direct
                && !isForwarded(direct)
                && direct.getRemoteAddr() != null
                && ADDRESS.matcher(direct.getRemoteAddr()).matches()
                && HOST.matcher(direct.getServerName()).matches();
    }

    private static boolean isForwarded(HttpServletRequest request) {
        return request.getAttribute(FORWARDED) != null
                || Stream.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via")
                        .anyMatch(header -> request.getHeader(header) != null);
    }
}
