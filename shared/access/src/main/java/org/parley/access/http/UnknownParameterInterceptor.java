package org.parley.access.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.access.problem.InputError;
import org.parley.access.problem.ProblemException;
import org.parley.access.problem.ProblemResponse;
import org.parley.domain.language.BilingualText;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses unknown query parameters with 400 and lists the known ones. If a mistyped parameter were ignored, the
 * response, or what is recorded, would not be what the caller meant.
 */
final class UnknownParameterInterceptor implements HandlerInterceptor {
    private final List<CommonQueryParameter> common;
    private final Map<Method, SortedSet<String>> known = new ConcurrentHashMap<>();

    UnknownParameterInterceptor(List<CommonQueryParameter> common) {
        this.common = List.copyOf(common);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getDispatcherType() == DispatcherType.REQUEST) {
            SortedSet<String> accepted =
                    known.computeIfAbsent(method.getMethod(), each -> HandlerParameters.of(method, common));
            List<String> unknown = new ArrayList<>(Collections.list(request.getParameterNames()));
            unknown.removeAll(accepted);
            // A stray '&' is an empty name.
            unknown.removeIf(String::isEmpty);
            if (!unknown.isEmpty()) {
                throw new ProblemException(problem(unknown, accepted));
            }
        }
        return true;
    }

    private static ProblemResponse problem(List<String> unknown, SortedSet<String> known) {
        BilingualText takes = known.isEmpty()
                ? new BilingualText("This endpoint accepts no parameters.", "Este recurso no admite parámetros.")
                : new BilingualText(
                        "This endpoint accepts " + String.join(", ", known) + ".",
                        "Este recurso admite " + String.join(", ", known) + ".");
        List<InputError> errors = unknown.stream()
                .map(name -> InputError.of(
                        InputError.pointerTo(name),
                        "is not a parameter of this endpoint"
                                + similar(name, known)
                                        .map(likely -> "; did you mean " + likely + "?")
                                        .orElse(""),
                        "no es un parámetro de este recurso"
                                + similar(name, known)
                                        .map(likely -> "; ¿quería decir " + likely + "?")
                                        .orElse("")))
                .toList();
        return new ProblemResponse(
                        HttpStatus.BAD_REQUEST,
                        "There is no parameter '" + String.join("', '", unknown) + "' here. " + takes.english(),
                        "Aquí no hay ningún parámetro «" + String.join("», «", unknown) + "». " + takes.spanish())
                .with("errors", errors)
                .with("parameters", known);
    }

    /** The known parameter that differs only in case and punctuation. */
    private static Optional<String> similar(String name, SortedSet<String> known) {
        return known.stream()
                .filter(each -> letters(each).equalsIgnoreCase(letters(name)))
                .findFirst();
    }

    private static String letters(String name) {
        return name.replaceAll("[^A-Za-z]", "");
    }
}
