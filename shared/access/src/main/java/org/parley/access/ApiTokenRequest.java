package org.parley.access;

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

/**
 * The body of {@code POST /api/tokens}.
 *
 * @param name which program it is for
 * @param scopes some of read, record and operate
 * @param expires until when it is good: an instant, or a day, whose end in UTC is meant; without one it is good until
 *     it is revoked
 */
record ApiTokenRequest(
        @Nullable String name,
        @Nullable List<String> scopes,
        @Nullable String expires,
        @JsonAnySetter @Nullable Map<String, Object> unknown) {

    /**
     * The token that is wished for.
     *
     * @throws BadInput with all that is wrong with the wish
     */
    ApiToken check(SignedIn owner, Instant now) {
        List<InputError> errors = new ArrayList<>(InputError.unknown(unknown));
        if (name == null || !AccountName.isValid(name)) {
            errors.add(new InputError("/name", AccountName.RULE));
        }
        Set<Scope> wanted = checkScopes(owner, errors);
        Instant until = checkExpires(now, errors);
        if (!errors.isEmpty() || name == null) {
            throw new BadInput(errors);
        }
        return new ApiToken(UUID.randomUUID(), name, owner.name(), wanted, now, until, null);
    }

    private Set<Scope> checkScopes(SignedIn owner, List<InputError> errors) {
        Set<Scope> wanted = EnumSet.noneOf(Scope.class);
        List<String> words = scopes == null ? List.of() : scopes;
        if (words.isEmpty()) {
            errors.add(new InputError("/scopes", "At least one of read, record and operate."));
        }
        for (int i = 0; i < words.size(); i++) {
            Optional<Scope> scope = Optional.ofNullable(words.get(i)).flatMap(Scope::of);
            String at = "/scopes/" + i;
            if (scope.isEmpty()) {
                errors.add(new InputError(at, "read, record or operate."));
            } else if (!owner.may(scope.get().role())) {
                errors.add(new InputError(
                        at, "This takes the role " + scope.get().role() + "; yours is " + owner.role() + "."));
            } else {
                wanted.add(scope.get());
            }
        }
        return wanted;
    }

    private @Nullable Instant checkExpires(Instant now, List<InputError> errors) {
        if (expires == null) {
            return null;
        }
        Instant until = read(expires);
        if (until == null || !until.isAfter(now)) {
            errors.add(new InputError(
                    "/expires", "A day or an instant still to come, such as 2030-12-31 or 2030-12-31T12:00:00Z."));
        }
        return until;
    }

    private static @Nullable Instant read(String text) {
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
