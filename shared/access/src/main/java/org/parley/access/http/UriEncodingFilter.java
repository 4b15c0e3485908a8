package org.parley.access.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.access.language.RequestLanguage;
import org.parley.access.problem.InputError;
import org.parley.access.problem.ProblemResponse;
import org.parley.access.problem.SecurityHeaders;
import org.parley.domain.language.BilingualText;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a malformed URI with 400: its path or a parameter is not percent-encoded UTF-8, or contains the character
 * NUL, which PostgreSQL does not accept. It runs before all other filters, so that none of them has to handle such
 * input, and no query is answered with replacement characters in place of what was sent.
 */
public final class UriEncodingFilter extends OncePerRequestFilter {

    private static final String RULE = "must be text in UTF-8, percent-encoded, without the character NUL.";
    private static final String SPANISH_RULE =
            "debe ser texto en UTF-8, codificado con porcentajes y sin el carácter NUL.";
    private static final int HEX = 16;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        List<InputError> errors = errors(request);
        if (errors.isEmpty()) {
            next.doFilter(request, response);
        } else {
            SecurityHeaders.write(response);
            new ProblemResponse(
                            HttpStatus.BAD_REQUEST,
                            "The URI is malformed; see errors.",
                            "La URI está mal formada; vea errors.")
                    .with("errors", errors)
                    .write(request, response);
        }
    }

    private static List<InputError> errors(HttpServletRequest request) {
        List<InputError> errors = new ArrayList<>();
        if (decode(request.getRequestURI()) == null) {
            errors.add(error(request, "", "The path " + RULE, "La ruta " + SPANISH_RULE));
        }
        String query = request.getQueryString();
        if (query != null) {
            for (String parameter : query.split("&", -1)) {
                int equals = parameter.indexOf('=');
                String name = decode(equals < 0 ? parameter : parameter.substring(0, equals));
                if (name == null || decode(parameter) == null) {
                    errors.add(error(
                            request,
                            name == null ? "" : InputError.pointerTo(name),
                            "A parameter " + RULE,
                            "Un parámetro " + SPANISH_RULE));
                }
            }
        }
        return errors;
    }

    /** This filter runs before the request is the current one of its thread. */
    private static InputError error(HttpServletRequest request, String pointer, String english, String spanish) {
        return new InputError(pointer, new BilingualText(english, spanish).in(RequestLanguage.of(request)));
    }

    /** The value of the two hexadecimal digits at a position; negative if there are none. */
    private static int hexByte(String encoded, int at) {
        if (at + 1 >= encoded.length()) {
            return -1;
        }
        int high = Character.digit(encoded.charAt(at), HEX);
        int low = Character.digit(encoded.charAt(at + 1), HEX);
        return high < 0 || low < 0 ? -1 : high * HEX + low;
    }

    /** The decoded text; null if it is malformed. */
    private static @Nullable String decode(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return encoded.indexOf('\0') < 0 ? encoded : null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char next = encoded.charAt(i);
            if (next != '%') {
                bytes.writeBytes(String.valueOf(next).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            int code = hexByte(encoded, i + 1);
            if (code < 0) {
                return null;
            }
            bytes.write(code);
            i += 2;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
            return text.indexOf('\0') < 0 ? text : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
