package org.parley.desk.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody had typed into a form when it turned out that they are signed in no longer: it goes along through the
 * sign-in page as hidden fields and comes back to the form.
 *
 * @param path the form's address
 * @param values its fields
 */
public record Typed(String path, Map<String, List<String>> values) implements Serializable {
    static final String PATH = "typed-path";
    static final String PREFIX = "typed.";

    private static final String ATTRIBUTE = "parley.typed";
    private static final Set<String> NEVER_KEPT = Set.of("_csrf", "password", "act");
    private static final int FIELDS_MAX = 500;
    private static final int SMALL = 50_000;
    private static final Pattern FORM = Pattern.compile("/n/[^/]+/(log/[^/]+|bulk)");

    /** Whether a path is one whose form can be gone on with after signing in. */
    static boolean isForm(String path) {
        return path.equals("/new") || FORM.matcher(path).matches();
    }

    /** Of a form that was refused. */
    static Typed of(HttpServletRequest form) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        form.getParameterMap().forEach((name, given) -> {
            if (!NEVER_KEPT.contains(name) && values.size() < FIELDS_MAX) {
                values.put(name, List.of(given));
            }
        });
        return new Typed(form.getRequestURI(), values);
    }

    /** As the sign-in page sent it along; null if it has nothing. */
    static @Nullable Typed along(HttpServletRequest signIn) {
        String path = signIn.getParameter(PATH);
        if (path == null || !Paths.isOwn(path)) {
            return null;
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        signIn.getParameterMap().forEach((name, given) -> {
            if (name.startsWith(PREFIX)) {
                values.put(name.substring(PREFIX.length()), List.of(given));
            }
        });
        return new Typed(path, values);
    }

    /** Whether it may be kept for somebody of whom nothing is known. */
    boolean isSmall() {
        return values.values().stream()
                        .flatMap(List::stream)
                        .mapToInt(String::length)
                        .sum()
                <= SMALL;
    }

    void keep(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    /** What was typed into this form before signing in; given once. */
    public static Map<String, List<String>> take(HttpServletRequest form) {
        HttpSession session = form.getSession(false);
        if (session != null
                && session.getAttribute(ATTRIBUTE) instanceof Typed typed
                && typed.path().equals(form.getRequestURI())) {
            session.removeAttribute(ATTRIBUTE);
            return typed.values();
        }
        return Map.of();
    }
}
