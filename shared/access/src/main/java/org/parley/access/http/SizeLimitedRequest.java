package org.parley.access.http;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request whose body size is checked while the body is read; the body is not buffered. */
final class SizeLimitedRequest extends HttpServletRequestWrapper {

    /** Called once, when the limit is exceeded. */
    interface LimitExceededHandler {
        void refuse() throws IOException;
    }

    private final long limit;
    private final LimitExceededHandler refusal;
    private @Nullable SizeLimitedInputStream stream;
    private @Nullable BufferedReader reader;

    SizeLimitedRequest(HttpServletRequest request, long limit, LimitExceededHandler refusal) {
        super(request);
        this.limit = limit;
        this.refusal = refusal;
    }

    boolean isTooLarge() {
        return stream != null && stream.isTooLarge();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        SizeLimitedInputStream counted = stream;
        if (counted == null) {
            counted = new SizeLimitedInputStream(super.getInputStream(), limit, refusal);
            stream = counted;
        }
        return counted;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        BufferedReader text = reader;
        if (text == null) {
            String encoding = getCharacterEncoding();
            Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
            text = new BufferedReader(new InputStreamReader(getInputStream(), charset));
            reader = text;
        }
        return text;
    }
}
