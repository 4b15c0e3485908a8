package org.parley.access.token;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.access.identity.AccountName;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Scope;
import org.parley.access.problem.InputError;
import org.parley.access.problem.InvalidBodyException;

/**
 * The body of {@code POST /api/tokens}.
 *
 * @param name the program that the token is for
 * @param scopes one or more of read, record and operate
 * @param expires when it expires: an instant, or a date, which means the end of that day in UTC; null if it is valid
 *     until it is revoked
 */
record ApiTokenRequest(
        @Nullable String name,
        @Nullable List<String> scopes,
        @Nullable String expires,
        @JsonAnySetter @Nullable Map<String, Object> unknown) {

    /**
     * Validates the request.
     *
     * @param owner the person who creates the token
     * @throws InvalidBodyException with all errors
     */
    ApiToken validate(ParleyPrincipal owner, Instant now) {
        List<InputError> errors = new ArrayList<>(InputError.unknownFields(unknown));
        if (name == null || !AccountName.isValid(name)) {
            errors.add(InputError.of("/name", AccountName.RULE));
        }
        Set<Scope> valid = checkScopes(owner, errors);
        Instant expiry = checkExpires(now, errors);
        if (!errors.isEmpty() || name == null) {
            throw new InvalidBodyException(errors);
        }
        return new ApiToken(UUID.randomUUID(), name, owner.name(), valid, now, expiry, null);
    }

    private Set<Scope> checkScopes(ParleyPrincipal owner, List<InputError> errors) {
        Set<Scope> valid = EnumSet.noneOf(Scope.class);
        List<String> names = scopes == null ? List.of() : scopes;
        if (names.isEmpty()) {
            errors.add(InputError.of(
                    "/scopes", "At least one of read, record and operate.", "Al menos uno de read, record y operate."));
        }
        for (int i = 0; i < names.size(); i++) {
            Optional<Scope> scope = Optional.ofNullable(names.get(i)).flatMap(Scope::of);
            String at = "/scopes/" + i;
            if (scope.isEmpty()) {
                errors.add(InputError.of(at, "read, record or operate.", "read, record u operate."));
            } else if (!owner.hasRole(scope.get().minimumRole())) {
                errors.add(InputError.of(
                        at,
                        "This needs the role " + scope.get().minimumRole() + "; yours is " + owner.role() + ".",
                        "Requiere la función " + scope.get().minimumRole() + "; la suya es " + owner.role() + "."));
            } else {
                valid.add(scope.get());
            }
        }
        return valid;
    }

    private @Nullable Instant checkExpires(Instant now, List<InputError> errors) {
        if (expires == null) {
            return null;
        }
        Instant expiry = parse(expires);
        if (expiry == null || !expiry.isAfter(now)) {
            errors.add(InputError.of(
                    "/expires",
                    "A future date or instant, such as 2030-12-31 or 2030-12-31T12:00:00Z.",
                    "Una fecha o un instante futuros, como 2030-12-31 o 2030-12-31T12:00:00Z."));
        }
        return expiry;
    }

    private static @Nullable Instant parse(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
