package org.parley.access.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A response whose body is kept until it is complete, if it is a document. Everything else, such as the live stream, a
 * table or an archive, passes through as it is written, since it may be large or without end.
 */
final class BufferedAnswer extends ContentCachingResponseWrapper {
    private static final Set<String> DOCUMENTS =
            Set.of("application/json", "application/xml", "application/link-format", "text/plain", "text/calendar", "");

    private final Runnable beforeStream;
    private boolean buffering;
    private boolean streaming;

    /** @param beforeStream called before the first byte of a body that passes through */
    BufferedAnswer(HttpServletResponse response, Runnable beforeStream) {
        super(response);
        this.beforeStream = beforeStream;
    }

    /** Whether the body has passed through. */
    boolean isStreaming() {
        return streaming;
    }

    /** Lets a body that another thread writes pass through. */
    void startStreaming() throws IOException {
        copyBodyToResponse();
        streaming = true;
    }

    private boolean decide() {
        if (!buffering && !streaming) {
            buffering = isDocument();
            streaming = !buffering;
            if (streaming) {
                beforeStream.run();
            }
        }
        return streaming;
    }

    private boolean isDocument() {
        String type = Objects.requireNonNullElse(getContentType(), "");
        String bare = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return DOCUMENTS.contains(bare) || bare.endsWith("+json") || bare.endsWith("+xml");
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return decide() ? getResponse().getOutputStream() : super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return decide() ? getResponse().getWriter() : super.getWriter();
    }

    /** Before the first byte it is not known whether the body passes through, so the headers wait too. */
    @Override
    public void flushBuffer() throws IOException {
        if (streaming) {
            getResponse().flushBuffer();
        }
    }

    @Override
    public void resetBuffer() {
        if (streaming) {
            getResponse().resetBuffer();
        } else {
            super.resetBuffer();
        }
    }

    /**
     * The entity tag of the body: a weak one, since the compressed body has it too. Bodies that are equal byte for byte
     * have different tags if their media types or languages differ.
     *
     * @param content the content that identifies the answer; null for the body
     */
    String tag(byte @Nullable [] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(head(getContentType()));
            digest.update(head(getHeader(HttpHeaders.CONTENT_LANGUAGE)));
            digest.update(content == null ? getContentAsByteArray() : content);
            return "W/\"" + HexFormat.of().formatHex(digest.digest()) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] head(@Nullable String value) {
        return (value + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
