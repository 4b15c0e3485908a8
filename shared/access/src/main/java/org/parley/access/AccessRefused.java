package org.parley.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
            Scope lacking = lacking(refusal);
            if (lacking != null) {
                response.setHeader(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer error=\"insufficient_scope\", scope=\"" + lacking.word() + "\"");
            }
            new ProblemJson(HttpStatus.FORBIDDEN, detail(refusal)).write(request, response);
        }
    }

    private static String detail(AccessDeniedException refusal) {
        NeedsRole.Verdict verdict = verdict(refusal);
        if (verdict != null) {
            return SignedIn.ifAny()
                    .filter(who -> !NeedsRole.isFor(who, verdict.scope()))
                    .map(program -> toProgram(program, verdict.scope()))
                    .orElseGet(() -> toPerson(verdict));
        }
        return refusal.getMessage() == null ? "Your account may not do this." : refusal.getMessage();
    }

    private static String toPerson(NeedsRole.Verdict verdict) {
        String yours = SignedIn.ifAny()
                .map(who -> "; the account '" + who.name() + "' has the role " + who.role())
                .orElse("");
        return "This needs the role " + verdict.role() + yours + ". Ask a chief to do it.";
    }

    private static String toProgram(SignedIn program, @Nullable Scope needed) {
        return needed == null
                ? "Accounts and tokens are for people: no token lets a program see or change them."
                : "This needs a token with the scope " + needed.word() + "; '" + program.name() + "' has "
                        + Scope.join(Objects.requireNonNullElse(program.scopes(), Set.of())) + ".";
    }

    private static NeedsRole.@Nullable Verdict verdict(AccessDeniedException refusal) {
        return refusal instanceof AuthorizationDeniedException denied
                        && denied.getAuthorizationResult() instanceof NeedsRole.Verdict verdict
                ? verdict
                : null;
    }

    /** The scope that a program's token would need and does not have. */
    private static @Nullable Scope lacking(AccessDeniedException refusal) {
        NeedsRole.Verdict verdict = verdict(refusal);
        return verdict == null
                        || SignedIn.ifAny()
                                .filter(who -> !NeedsRole.isFor(who, verdict.scope()))
                                .isEmpty()
                ? null
                : verdict.scope();
    }
}
