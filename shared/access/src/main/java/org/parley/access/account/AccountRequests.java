package org.parley.access.account;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.access.identity.AccountName;
import org.parley.access.identity.Role;
import org.parley.access.problem.InputError;
import org.parley.access.problem.InvalidBodyException;
import org.parley.domain.language.BilingualText;

/** The request bodies of the account endpoints. They validate themselves, so that one response lists all errors. */
final class AccountRequests {

    private AccountRequests() {}

    /** The body of {@code POST /api/accounts}. */
    record NewAccount(
            @Nullable String name,
            @Nullable String role,
            @Nullable String password,
            @JsonAnySetter @Nullable Map<String, Object> unknown) {

        ValidAccount validate() {
            List<InputError> errors = new ArrayList<>(InputError.unknownFields(unknown));
            if (name == null || !AccountName.isValid(name)) {
                errors.add(InputError.of("/name", AccountName.RULE));
            } else if (name.equals(AccountName.LEDGER)) {
                errors.add(InputError.of(
                        "/name",
                        "The name '" + name + "' is reserved for the ledger.",
                        "El nombre «" + name + "» está reservado para el libro."));
            }
            if (role == null
                    || Stream.of(Role.values()).noneMatch(known -> known.name().equals(role))) {
                errors.add(InputError.of("/role", "READER, EDITOR or CHIEF.", "READER, EDITOR o CHIEF."));
            }
            checkPassword(password, name, errors);
            if (!errors.isEmpty() || name == null || role == null || password == null) {
                throw new InvalidBodyException(errors);
            }
            return new ValidAccount(name, Role.valueOf(role), password);
        }

        /** A valid request for a new account. */
        record ValidAccount(String name, Role role, String password) {}
    }

    /**
     * The body of {@code PUT /api/accounts/{name}/password}.
     *
     * @param current the current password; required for the caller's own account only
     * @param revokeTokens whether the account's tokens are revoked too; false if absent
     */
    record NewPassword(
            @Nullable String current,
            @Nullable String password,
            @Nullable Boolean revokeTokens,
            @JsonAnySetter @Nullable Map<String, Object> unknown) {

        /**
         * Validates the body.
         *
         * @param account the account whose password changes
         * @param isOwn whether that is the caller's own account
         * @throws InvalidBodyException with all errors
         */
        ValidPassword validate(String account, boolean isOwn) {
            List<InputError> errors = new ArrayList<>(InputError.unknownFields(unknown));
            if (isOwn && current == null) {
                errors.add(InputError.of("/current", "Give your current password.", "Indique su contraseña actual."));
            }
            checkPassword(password, account, errors);
            if (!errors.isEmpty() || password == null) {
                throw new InvalidBodyException(errors);
            }
            return new ValidPassword(password, Boolean.TRUE.equals(revokeTokens));
        }

        /** A valid request for a new password. */
        record ValidPassword(String password, boolean revokeTokens) {}
    }

    /** The body of {@code PUT /api/accounts/{name}/enabled}. */
    record Enabled(
            @Nullable Boolean enabled,
            @JsonAnySetter @Nullable Map<String, Object> unknown) {

        boolean validate() {
            List<InputError> errors = new ArrayList<>(InputError.unknownFields(unknown));
            if (enabled == null) {
                errors.add(InputError.of("/enabled", "true or false.", "true o false."));
            }
            if (!errors.isEmpty() || enabled == null) {
                throw new InvalidBodyException(errors);
            }
            return enabled;
        }
    }

    private static void checkPassword(@Nullable String password, @Nullable String account, List<InputError> errors) {
        BilingualText violation = password == null
                ? PasswordPolicy.RULE
                : PasswordPolicy.violation(password, Objects.requireNonNullElse(account, ""));
        if (violation != null) {
            errors.add(InputError.of("/password", violation));
        }
    }
}
