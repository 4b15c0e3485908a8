package org.parley.archive.query;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.http.HttpMethod;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * An answer that is written while it is read from the database. Its entity tag is computed without its body: from the
 * URL, the media type, the last entry that it covers, and the version of the program that writes it.
 */
public final class StreamedAnswer {
    /** Readers of the inside trail. A public trail has other entries at the same positions. */
    private static final String AUDIENCE = "inside";

    private static final String VERSION =
            Objects.requireNonNullElse(StreamedAnswer.class.getPackage().getImplementationVersion(), "");

    private StreamedAnswer() {}

    /**
     * Sets the tag, and the status 304 if the client has this answer already.
     *
     * @param lastEntry identifies the last entry that the answer covers, and by it everything before
     * @return whether the body has to be written: neither for 304 nor for HEAD
     */
    public static boolean start(
            String mediaType, String lastEntry, HttpServletRequest request, HttpServletResponse response) {
        StringBuilder identity = new StringBuilder();
        for (String part : new String[] {AUDIENCE, VERSION, mediaType, lastEntry, request.getRequestURI()}) {
            identity.append(part).append('\n');
        }
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
            if (!name.equals(AfterDevelopmentInterceptor.PARAMETER)) {
                identity.append(name)
                        .append('=')
                        .append(Arrays.toString(values))
                        .append('\n');
            }
        });
        boolean known = new ServletWebRequest(request, response).checkNotModified("W/\"" + hash(identity) + "\"");
        return !known && !HttpMethod.HEAD.matches(request.getMethod());
    }

    private static String hash(CharSequence identity) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(identity.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
