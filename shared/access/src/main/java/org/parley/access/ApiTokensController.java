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

/** Programs' tokens over HTTP: one's own, and for a chief everybody's; who may call what is in {@link AccessRules}. */
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

    @Operation(operationId = "tokens", summary = "One's own tokens; to a chief, everybody's")
    @Answers(value = "TokenList", description = "The tokens, without their secrets")
    @GetMapping
    TokenList list() {
        SignedIn person = SignedIn.current();
        return new TokenList(person.may(Role.CHIEF) ? tokens.all() : tokens.of(person.name()));
    }

    @Operation(operationId = "makeToken", summary = "Makes a token for a program")
    @Answers(value = "MadeToken", status = 201, description = "The token with its secret")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> make(@RequestBody ApiTokenRequest body) {
        SignedIn person = SignedIn.current();
        if (!person.hasAccount()) {
            return new ProblemJson(
                            HttpStatus.FORBIDDEN,
                            "A token speaks for an account kept here. Programs of your organisation sign in with a token"
                                    + " of its provider.")
                    .entity();
        }
        ApiToken wanted = body.check(person, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (tokens.of(person.name()).size() >= PER_OWNER_MAX) {
            return conflict("You have " + PER_OWNER_MAX + " tokens. Revoke one that is not used any more.");
        }
        Optional<ApiTokens.Made> made = tokens.make(wanted);
        return made.isPresent()
                ? ResponseEntity.status(HttpStatus.CREATED).body(MadeToken.of(made.get()))
                : conflict("You have a token '" + wanted.name() + "' already. Revoke it, or choose another name.");
    }

    @Operation(operationId = "revokeToken", summary = "Revokes a token")
    @Answers(status = 204, description = "It was revoked")
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

    /** A token that was just made; {@code token} is its secret and is told only here. */
    record MadeToken(
            UUID id,
            String name,
            String owner,
            Set<Scope> scopes,
            Instant created,
            @Nullable Instant expires,
            @Nullable LocalDate lastUsed,
            String token) {

        static MadeToken of(ApiTokens.Made made) {
            ApiToken token = made.token();
            return new MadeToken(
                    token.id(),
                    token.name(),
                    token.owner(),
                    token.scopes(),
                    token.created(),
                    token.expires(),
                    token.lastUsed(),
                    made.secret());
        }

        /** Without the secret, which must not end in a log. */
        @Override
        public String toString() {
            return "MadeToken[id=" + id + ", name=" + name + ", owner=" + owner + "]";
        }
    }

    /** Tokens without their secrets. */
    record TokenList(List<ApiToken> tokens) {}
}
