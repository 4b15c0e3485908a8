package org.parley.access.language;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.stream.Stream;
import org.parley.domain.language.BilingualText;
import org.parley.domain.language.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * Negotiates the language of an answer: the one that {@code Accept-Language} prefers among those there are, otherwise
 * English, whatever the language of this machine.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4">RFC 9110, 12.5.4 Accept-Language</a>
 */
public final class RequestLanguage {
    private static final AcceptHeaderLocaleResolver RESOLVER = resolver();

    private RequestLanguage() {}

    private static AcceptHeaderLocaleResolver resolver() {
        AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(
                Stream.of(Language.values()).map(Language::locale).toList());
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }

    /** The language that a request asks for. */
    public static Language of(HttpServletRequest request) {
        return Language.of(RESOLVER.resolveLocale(request));
    }

    /**
     * The language of the answer to the current request; English outside a request. Its headers say so, and that the
     * answer depends on {@code Accept-Language}.
     */
    public static Language ofAnswer() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current)) {
            return Language.ENGLISH;
        }
        Language language = of(current.getRequest());
        if (current.getResponse() != null) {
            declare(language, current.getResponse());
        }
        return language;
    }

    /** A text in the language of the answer to the current request. */
    public static String choose(String english, String spanish) {
        return new BilingualText(english, spanish).in(ofAnswer());
    }

    /** Sets the headers of an answer in a language. */
    public static void declare(Language language, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.locale().toLanguageTag());
        if (response.getHeaders(HttpHeaders.VARY).stream().noneMatch(HttpHeaders.ACCEPT_LANGUAGE::equalsIgnoreCase)) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        }
    }
}
