package org.parley.desk.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.resource.HttpResource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Lets browsers keep a static file for a year if its name has the hash of its content. Under its plain name it is
 * revalidated at each use, because its content may change.
 */
final class AssetVersions implements ResourceTransformer {
    private static final Duration KEPT = Duration.ofDays(365);

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        Resource transformed = chain.transform(request, resource);
        // Only a resource that was found under the hash of its content has headers of its own.
        return resource instanceof HttpResource ? new Kept(resource, transformed.getContentAsByteArray()) : transformed;
    }

    private static final class Kept extends TransformedResource implements HttpResource {
        Kept(Resource original, byte[] content) {
            super(original, content);
        }

        @Override
        public HttpHeaders getResponseHeaders() {
            HttpHeaders headers = new HttpHeaders();
            headers.setCacheControl(CacheControl.maxAge(KEPT).cachePublic().immutable());
            return headers;
        }
    }
}
