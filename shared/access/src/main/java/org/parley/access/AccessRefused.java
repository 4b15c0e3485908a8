package org.parley.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Answers 403 to who is signed in but may not: names the role it takes, or the finer rule a service gave. */
final class AccessRefused implements AccessDeniedHandler {

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        if (!response.isCommitted()) {
            new ProblemJson(HttpStatus.FORBIDDEN, detail(refusal)).write(response);
        }
    }

    private static String detail(AccessDeniedException refusal) {
        if (refusal instanceof AuthorizationDeniedException denied
                && denied.getAuthorizationResult() instanceof NeedsRole.Verdict verdict) {
            String yours = SignedIn.ifAny()
                    .map(who -> "; the account '" + who.name() + "' has the role " + who.role())
                    .orElse("");
            return "This needs the role " + verdict.needed() + yours + ". Ask a chief to do it.";
        }
        return refusal.getMessage() == null ? "Your account may not do this." : refusal.getMessage();
    }
}
