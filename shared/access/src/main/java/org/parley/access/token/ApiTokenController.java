package org.parley.access.token;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Role;
import org.parley.access.identity.Scope;
import org.parley.access.problem.ProblemException;
import org.parley.access.problem.ProblemResponse;
import org.parley.access.rules.AccessRules;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The HTTP API of the API tokens: callers manage their own, a chief those of everybody. {@link AccessRules} authorizes
 * the calls.
 */
@RestController
@Tag(name = "Accounts")
@RequestMapping(path = "/api/tokens", produces = MediaType.APPLICATION_JSON_VALUE)
public final class ApiTokenController {

    static final int PER_OWNER_MAX = 50;

    private final ApiTokenRepository tokens;
    private final Clock clock;

    public ApiTokenController(ApiTokenRepository tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Operation(operationId = "tokens", summary = "The caller's tokens; for a chief, those of everybody")
    @DocumentedResponse(value = "TokenList", description = "The tokens, without their secrets")
    @GetMapping
    TokenList list() {
        ParleyPrincipal person = ParleyPrincipal.current();
        return new TokenList(person.hasRole(Role.CHIEF) ? tokens.findAll() : tokens.findByOwner(person.name()));
    }

    @Operation(operationId = "makeToken", summary = "Creates a token for a program")
    @DocumentedResponse(value = "MadeToken", status = 201, description = "The token with its secret")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<MadeToken> make(@RequestBody ApiTokenRequest body) {
        ParleyPrincipal person = ParleyPrincipal.current();
        if (!person.hasAccount()) {
            throw new ProblemException(new ProblemResponse(
                    HttpStatus.FORBIDDEN,
                    "A token needs an account in Parley. Programs of your organisation sign in with an access"
                            + " token of its provider.",
                    "Un token necesita una cuenta en Parley. Los programas de su organización entran con un token de"
                            + " acceso de su proveedor."));
        }
        ApiToken requested = body.validate(person, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (tokens.findByOwner(person.name()).size() >= PER_OWNER_MAX) {
            throw conflict(
                    "You have " + PER_OWNER_MAX + " tokens. Revoke one that is no longer used.",
                    "Tiene " + PER_OWNER_MAX + " tokens. Revoque uno que ya no se use.");
        }
        ApiTokenRepository.CreatedToken created = tokens.create(requested)
                .orElseThrow(() -> conflict(
                        "You already have a token '" + requested.name() + "'. Revoke it, or choose another name.",
                        "Ya tiene un token «" + requested.name() + "». Revóquelo o elija otro nombre."));
        return ResponseEntity.status(HttpStatus.CREATED).body(MadeToken.of(created));
    }

    @Operation(operationId = "revokeToken", summary = "Revokes a token")
    @DocumentedResponse(status = 204, description = "The token was revoked")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> revoke(@PathVariable UUID id) {
        ParleyPrincipal person = ParleyPrincipal.current();
        if (!tokens.revoke(id, person.hasRole(Role.CHIEF) ? null : person.name(), person.name())) {
            throw new ProblemException(
                    new ProblemResponse(HttpStatus.NOT_FOUND, "You have no such token.", "No tiene ningún token así."));
        }
        return ResponseEntity.noContent().build();
    }

    private static ProblemException conflict(String english, String spanish) {
        return new ProblemException(new ProblemResponse(HttpStatus.CONFLICT, english, spanish));
    }

    /** The response to the creation of a token; {@code token} is its secret, which appears nowhere else. */
    record MadeToken(
            UUID id,
            String name,
            String owner,
            Set<Scope> scopes,
            Instant created,
            @Nullable Instant expires,
            @Nullable LocalDate lastUsed,
            String token) {

        static MadeToken of(ApiTokenRepository.CreatedToken created) {
            ApiToken token = created.token();
            return new MadeToken(
                    token.id(),
                    token.name(),
                    token.owner(),
                    token.scopes(),
                    token.created(),
                    token.expires(),
                    token.lastUsed(),
                    created.secret());
        }

        /** Omits the secret, which must not appear in a log. */
        @Override
        public String toString() {
            return "MadeToken[id=" + id + ", name=" + name + ", owner=" + owner + "]";
        }
    }

    /** Tokens without their secrets. */
    record TokenList(List<ApiToken> tokens) {}
}
