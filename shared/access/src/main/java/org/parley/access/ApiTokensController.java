package org.parley.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.access.documentation.Answers;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
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
final class ApiTokensController {

    static final int PER_OWNER_MAX = 50;

    private final ApiTokens tokens;
    private final Clock clock;

    ApiTokensController(ApiTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Operation(operationId = "tokens", summary = "The caller's tokens; for a chief, those of everybody")
    @Answers(value = "TokenList", description = "The tokens, without their secrets")
    @GetMapping
    TokenList list() {
        SignedIn person = SignedIn.current();
        return new TokenList(person.may(Role.CHIEF) ? tokens.all() : tokens.of(person.name()));
    }

    @Operation(operationId = "makeToken", summary = "Creates a token for a program")
    @Answers(value = "MadeToken", status = 201, description = "The token with its secret")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> make(@RequestBody ApiTokenRequest body) {
        SignedIn person = SignedIn.current();
        if (!person.hasAccount()) {
            return new ProblemJson(
                            HttpStatus.FORBIDDEN,
                            "A token needs an account in Parley. Programs of your organisation sign in with an access"
                                    + " token of its provider.")
                    .entity();
        }
        ApiToken requested = body.check(person, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (tokens.of(person.name()).size() >= PER_OWNER_MAX) {
            return conflict("You have " + PER_OWNER_MAX + " tokens. Revoke one that is no longer used.");
        }
        Optional<ApiTokens.Made> created = tokens.make(requested);
        return created.isPresent()
                ? ResponseEntity.status(HttpStatus.CREATED).body(MadeToken.of(created.get()))
                : conflict("You already have a token '" + requested.name() + "'. Revoke it, or choose another name.");
    }

    @Operation(operationId = "revokeToken", summary = "Revokes a token")
    @Answers(status = 204, description = "The token was revoked")
    @DeleteMapping("/{id}")
    ResponseEntity<?> revoke(@PathVariable UUID id) {
        SignedIn person = SignedIn.current();
        return tokens.revoke(id, person.may(Role.CHIEF) ? null : person.name(), person.name())
                ? ResponseEntity.noContent().build()
                : new ProblemJson(HttpStatus.NOT_FOUND, "You have no such token.").entity();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badInput(BadInput fault) {
        return fault.problem().entity();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException fault) {
        return new BadInput(List.of(InputError.of(fault.getCause()))).problem().entity();
    }

    private static ResponseEntity<?> conflict(String detail) {
        return new ProblemJson(HttpStatus.CONFLICT, detail).entity();
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

        static MadeToken of(ApiTokens.Made created) {
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
