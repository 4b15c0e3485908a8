package org.parley.access.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.ProducesRequestCondition;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Where an address has only one form, it answers in that whatever {@code Accept} asks for (RFC 9110, 12.5.1 leaves that
 * open): a browser shows the JSON. Where it has several, one of them must be acceptable, otherwise 406.
 */
final class OneFormMapping extends RequestMappingHandlerMapping {
    /** Set on a request whose {@code Accept} does not count. */
    private static final String ANY_FORM = OneFormMapping.class.getName() + ".anyForm";

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        try {
            return super.lookupHandlerMethod(path, request);
        } catch (HttpMediaTypeNotAcceptableException e) {
            if (e.getSupportedMediaTypes().size() != 1) {
                throw e;
            }
            request.setAttribute(ANY_FORM, true);
            ProducesRequestCondition.clearMediaTypesAttribute(request);
            return super.lookupHandlerMethod(path, request);
        }
    }

    /** What is acceptable, when a method is looked for and again when its answer is written. */
    static final class Negotiation implements ContentNegotiationStrategy {
        private final ContentNegotiationStrategy header = new HeaderContentNegotiationStrategy();

        @Override
        public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
            return request.getAttribute(ANY_FORM, RequestAttributes.SCOPE_REQUEST) == null
                    ? header.resolveMediaTypes(request)
                    : MEDIA_TYPE_ALL_LIST;
        }
    }
}
