package org.parley.access.rules;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Scope;
import org.parley.access.problem.ProblemResponse;
import org.parley.domain.language.BilingualText;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Answers 403 to an authenticated caller: the detail names the required role or scope, or the rule that a service gave.
 */
final class ProblemAccessDeniedHandler implements AccessDeniedHandler {

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        if (!response.isCommitted()) {
            Scope missing = missingScope(refusal);
            if (missing != null) {
                response.setHeader(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer error=\"insufficient_scope\", scope=\"" + missing.value() + "\"");
            }
            new ProblemResponse(HttpStatus.FORBIDDEN, detail(refusal)).write(request, response);
        }
    }

    private static BilingualText detail(AccessDeniedException refusal) {
        RoleAuthorization.RoleDecision decision = decision(refusal);
        if (decision != null) {
            return ParleyPrincipal.findCurrent()
                    .filter(caller -> !RoleAuthorization.permitsScope(caller, decision.scope()))
                    .map(program -> programDetail(program, decision.scope()))
                    .orElseGet(() -> personDetail(decision));
        }
        return refusal.getMessage() == null
                ? new BilingualText("Your account may not do this.", "Su cuenta no puede hacer esto.")
                : BilingualText.same(refusal.getMessage()); // a rule, already in the language of the answer
    }

    private static BilingualText personDetail(RoleAuthorization.RoleDecision decision) {
        BilingualText actual = ParleyPrincipal.findCurrent()
                .map(caller -> new BilingualText(
                        "; the account '" + caller.name() + "' has the role " + caller.role(),
                        "; la cuenta «" + caller.name() + "» tiene la función " + caller.role()))
                .orElse(BilingualText.same(""));
        return new BilingualText(
                "This needs the role " + decision.role() + actual.english() + ". Ask a chief to do it.",
                "Requiere la función " + decision.role() + actual.spanish() + ". Pídaselo a un jefe de redacción.");
    }

    private static BilingualText programDetail(ParleyPrincipal program, @Nullable Scope required) {
        return required == null
                ? new BilingualText(
                        "Accounts and tokens are for people: a program cannot see or change them, whatever its token.",
                        "Las cuentas y los tokens son para personas: un programa no puede verlos ni cambiarlos, sea cual"
                                + " sea su token.")
                : new BilingualText(
                        "This needs a token with the scope " + required.value() + "; '" + program.name() + "' has "
                                + Scope.join(Objects.requireNonNullElse(program.scopes(), Set.of())) + ".",
                        "Requiere un token con el permiso " + required.value() + "; «" + program.name() + "» tiene "
                                + Scope.join(Objects.requireNonNullElse(program.scopes(), Set.of())) + ".");
    }

    private static RoleAuthorization.@Nullable RoleDecision decision(AccessDeniedException refusal) {
        return refusal instanceof AuthorizationDeniedException denied
                        && denied.getAuthorizationResult() instanceof RoleAuthorization.RoleDecision decision
                ? decision
                : null;
    }

    /** The scope that the program's token lacks; null if the caller is a person or no scope would suffice. */
    private static @Nullable Scope missingScope(AccessDeniedException refusal) {
        RoleAuthorization.RoleDecision decision = decision(refusal);
        return decision == null
                        || ParleyPrincipal.findCurrent()
                                .filter(caller -> !RoleAuthorization.permitsScope(caller, decision.scope()))
                                .isEmpty()
                ? null
                : decision.scope();
    }
}
