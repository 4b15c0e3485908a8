package org.parley.access;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the account endpoints take, judged by themselves so that all that is wrong is told at once. */
final class AccountRequests {

    private static final String ROLES = "READER, EDITOR or CHIEF";

    private AccountRequests() {}

    /** The body of {@code POST /api/accounts}. */
    record NewAccount(
            @Nullable String name,
            @Nullable String role,
            @Nullable String password,
            @JsonAnySetter @Nullable Map<String, Object> unknown) {

        Valid check() {
            List<InputError> errors = new ArrayList<>(InputError.unknown(unknown));
            if (name == null || !AccountName.isValid(name)) {
                errors.add(new InputError("/name", AccountName.RULE));
            }
            if (role == null
                    || Stream.of(Role.values()).noneMatch(known -> known.name().equals(role))) {
                errors.add(new InputError("/role", ROLES + "."));
            }
            checkPassword(password, errors);
            if (!errors.isEmpty() || name == null || role == null || password == null) {
                throw new BadInput(errors);
            }
            return new Valid(name, Role.valueOf(role), password);
        }

        /** A new account without faults. */
        record Valid(String name, Role role, String password) {}
    }

    /** The body of {@code PUT /api/accounts/{name}/password}. */
    record NewPassword(
            @Nullable String password,
            @JsonAnySetter @Nullable Map<String, Object> unknown) {

        String check() {
            List<InputError> errors = new ArrayList<>(InputError.unknown(unknown));
            checkPassword(password, errors);
            if (!errors.isEmpty() || password == null) {
                throw new BadInput(errors);
            }
            return password;
        }
    }

    /** The body of {@code PUT /api/accounts/{name}/enabled}. */
    record Enabled(
            @Nullable Boolean enabled,
            @JsonAnySetter @Nullable Map<String, Object> unknown) {

        boolean check() {
            List<InputError> errors = new ArrayList<>(InputError.unknown(unknown));
            if (enabled == null) {
                errors.add(new InputError("/enabled", "true or false."));
            }
            if (!errors.isEmpty() || enabled == null) {
                throw new BadInput(errors);
            }
            return enabled;
        }
    }

    private static void checkPassword(@Nullable String password, List<InputError> errors) {
        if (password == null || !Passwords.isValid(password)) {
            errors.add(new InputError("/password", Passwords.RULE));
        }
    }
}
