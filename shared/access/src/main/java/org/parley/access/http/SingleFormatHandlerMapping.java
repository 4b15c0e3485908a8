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
 * An endpoint with a single media type ignores {@code Accept} (RFC 9110, section 12.5.1 permits that), so that a
 * browser shows the JSON. With several media types, one of them must be acceptable; otherwise the answer is 406.
 */
final class SingleFormatHandlerMapping extends RequestMappingHandlerMapping {
    /** The attribute of a request whose {@code Accept} is ignored. */
    private static final String IGNORE_ACCEPT = SingleFormatHandlerMapping.class.getName() + ".ignoreAccept";

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        try {
            return super.lookupHandlerMethod(path, request);
        } catch (HttpMediaTypeNotAcceptableException e) {
            if (e.getSupportedMediaTypes().size() != 1) {
                throw e;
            }
            request.setAttribute(IGNORE_ACCEPT, true);
            ProducesRequestCondition.clearMediaTypesAttribute(request);
            return super.lookupHandlerMethod(path, request);
        }
    }

    /** Determines the acceptable media types, for the lookup of the handler method and again for its response. */
    static final class SingleFormatNegotiation implements ContentNegotiationStrategy {
        private final ContentNegotiationStrategy header = new HeaderContentNegotiationStrategy();

        @Override
        public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
            return request.getAttribute(IGNORE_ACCEPT, RequestAttributes.SCOPE_REQUEST) == null
                    ? header.resolveMediaTypes(request)
                    : MEDIA_TYPE_ALL_LIST;
        }
    }
}
