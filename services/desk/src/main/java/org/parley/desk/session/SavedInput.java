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
 * The input of a form that was sent after the session had expired. The sign-in page keeps it in hidden fields;
 * afterwards it is restored in the form.
 *
 * @param path the form's path
 * @param values the form's values by field
 */
public record SavedInput(String path, Map<String, List<String>> values) implements Serializable {
    static final String PATH = "typed-path";
    static final String PREFIX = "typed.";

    private static final String ATTRIBUTE = "parley.typed";
    private static final Set<String> NEVER_SAVED = Set.of("_csrf", "password", "act");
    private static final int FIELDS_MAX = 500;
    private static final int SMALL_MAX_CHARS = 50_000;
    private static final Pattern FORM = Pattern.compile("/n/[^/]+/(log(?:/[^/]+)?|bulk)");

    /** Whether the input of the form at a path can be restored after sign-in. */
    static boolean isForm(String path) {
        return path.equals("/new") || FORM.matcher(path).matches();
    }

    /** The input of a refused request. */
    static SavedInput of(HttpServletRequest form) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        form.getParameterMap().forEach((name, given) -> {
            if (!NEVER_SAVED.contains(name) && values.size() < FIELDS_MAX) {
                values.put(name, List.of(given));
            }
        });
        return new SavedInput(form.getRequestURI(), values);
    }

    /** The input in the sign-in page's hidden fields; null if there is none. */
    static @Nullable SavedInput fromSignInPage(HttpServletRequest signIn) {
        String path = signIn.getParameter(PATH);
        if (path == null || !LocalPaths.isOwn(path)) {
            return null;
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        signIn.getParameterMap().forEach((name, given) -> {
            if (name.startsWith(PREFIX)) {
                values.put(name.substring(PREFIX.length()), List.of(given));
            }
        });
        return new SavedInput(path, values);
    }

    /** Whether it is small enough to store for an unauthenticated request. */
    boolean isSmall() {
        return values.values().stream()
                        .flatMap(List::stream)
                        .mapToInt(String::length)
                        .sum()
                <= SMALL_MAX_CHARS;
    }

    /** Saves the input of a form for the next time that it is opened in this session. */
    public static void save(HttpServletRequest request, String path, Map<String, List<String>> values) {
        new SavedInput(path, values).saveIn(request.getSession());
    }

    void saveIn(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    /** Removes and returns the input that was saved for this form; empty if there is none. */
    public static Map<String, List<String>> take(HttpServletRequest form) {
        HttpSession session = form.getSession(false);
        if (session != null
                && session.getAttribute(ATTRIBUTE) instanceof SavedInput typed
                && typed.path().equals(form.getRequestURI())) {
            session.removeAttribute(ATTRIBUTE);
            return typed.values();
        }
        return Map.of();
    }
}
