package org.parley.access.problem;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.access.language.RequestLanguage;
import org.parley.domain.language.BilingualText;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Sets the missing members of problems that controllers and advice classes return, including those of Spring itself.
 */
@ControllerAdvice
public final class ProblemDetailAdvice implements ResponseBodyAdvice<Object> {
    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType form,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!(body instanceof ProblemDetail problem) || !(request instanceof ServletServerHttpRequest servlet)) {
            return body;
        }
        allowImpliedMethods(response.getHeaders());
        if (response instanceof ServletServerHttpResponse answer && !isDescribed(answer)) {
            describe(problem, response.getHeaders());
        }
        return ProblemResponse.complete(problem, servlet.getServletRequest());
    }

    /** Whether the problem has a text of Parley's: every such text declares its language, and Spring's has none. */
    private static boolean isDescribed(ServletServerHttpResponse answer) {
        return answer.getServletResponse().getHeader(HttpHeaders.CONTENT_LANGUAGE) != null;
    }

    /** HEAD is allowed where GET is, and OPTIONS everywhere, although no method declares them. */
    private static void allowImpliedMethods(HttpHeaders headers) {
        Set<HttpMethod> allowed = new LinkedHashSet<>(headers.getAllow());
        if (!allowed.isEmpty()) {
            if (allowed.contains(HttpMethod.GET)) {
                allowed.add(HttpMethod.HEAD);
            }
            allowed.add(HttpMethod.OPTIONS);
            headers.setAllow(allowed);
        }
    }

    /** Says in place of Spring's own text what to do, in the language of the request. */
    private static void describe(ProblemDetail problem, HttpHeaders headers) {
        String choices = headers.getFirst(
                problem.getStatus() == HttpStatus.METHOD_NOT_ALLOWED.value() ? HttpHeaders.ALLOW : HttpHeaders.ACCEPT);
        BilingualText detail =
                switch (HttpStatus.resolve(problem.getStatus())) {
                    case NOT_FOUND ->
                        new BilingualText(
                                "There is nothing at this path. GET /openapi.json lists all of them.",
                                "No hay nada en esta ruta. GET /openapi.json las enumera.");
                    case METHOD_NOT_ALLOWED ->
                        new BilingualText(
                                "This path does not support the method. It supports " + choices + ".",
                                "Esta ruta no admite el método. Admite " + choices + ".");
                    case NOT_ACCEPTABLE ->
                        new BilingualText(
                                "None of the media types in Accept is available. There are " + choices + ".",
                                "No se ofrece ninguno de los tipos de Accept. Se ofrecen " + choices + ".");
                    case UNSUPPORTED_MEDIA_TYPE ->
                        new BilingualText(
                                "The body's Content-Type is not supported. Send " + choices + ".",
                                "El Content-Type del cuerpo no se admite. Envíe " + choices + ".");
                    case null, default -> null;
                };
        if (detail != null && (choices != null || problem.getStatus() == HttpStatus.NOT_FOUND.value())) {
            problem.setDetail(detail.in(RequestLanguage.ofAnswer()));
        }
    }
}
