package org.parley.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.parley.access.AccountRequests.Enabled;
import org.parley.access.AccountRequests.NewAccount;
import org.parley.access.AccountRequests.NewPassword;
import org.parley.access.documentation.Answers;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The HTTP API of the accounts; {@link AccessRules} authorizes the calls. */
@RestController
@Tag(name = "Accounts", description = "Who may sign in, and what for")
@RequestMapping(path = "/api/accounts", produces = MediaType.APPLICATION_JSON_VALUE)
final class AccountsController {

    private final Accounts accounts;
    private final CurrentPassword current;

    AccountsController(Accounts accounts, CurrentPassword current) {
        this.accounts = accounts;
        this.current = current;
    }

    @Operation(operationId = "accounts", summary = "All accounts")
    @Answers(value = "AccountList", description = "The accounts, without passwords")
    @GetMapping
    AccountList list() {
        return new AccountList(accounts.all());
    }

    @Operation(operationId = "createAccount", summary = "Creates an account")
    @Answers(value = "CreatedAccount", status = 201, description = "The account was created")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> create(@RequestBody NewAccount body) {
        NewAccount.Valid valid = body.check();
        boolean created = accounts.create(
                valid.name(),
                valid.role(),
                valid.password(),
                SignedIn.current().name());
        return created
                ? ResponseEntity.status(HttpStatus.CREATED).body(new Created(valid.name(), valid.role()))
                : new ProblemJson(
                                HttpStatus.CONFLICT,
                                "There is already an account '" + valid.name() + "'. Choose another name.")
                        .entity();
    }

    /** Callers confirm their own current password; a chief sets the passwords of others without it. */
    @Operation(operationId = "changePassword", summary = "Changes the password of an account")
    @Answers(status = 204, description = "The password was changed")
    @PutMapping(path = "/{name}/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> changePassword(
            @PathVariable String name, @RequestBody NewPassword body, HttpServletRequest request) {
        boolean isOwn = name.equals(SignedIn.current().name());
        NewPassword.Valid valid = body.check(name, isOwn);
        if (isOwn) {
            current.require(name, String.valueOf(body.current()), request);
        }
        return AccountName.isValid(name) && accounts.changePassword(name, valid.password(), valid.revokeTokens())
                ? ResponseEntity.noContent().build()
                : new ProblemJson(HttpStatus.NOT_FOUND, "There is no account with this name.").entity();
    }

    /** A chief cannot disable their own account, so at least one chief can still sign in. */
    @Operation(operationId = "enableAccount", summary = "Enables or disables the sign-in of an account")
    @Answers(status = 204, description = "The sign-in was enabled or disabled")
    @PutMapping(path = "/{name}/enabled", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> enable(@PathVariable String name, @RequestBody Enabled body) {
        boolean enabled = body.check();
        if (!enabled && name.equals(SignedIn.current().name())) {
            return new ProblemJson(HttpStatus.CONFLICT, "This is your own account. Another chief can disable it.")
                    .entity();
        }
        return AccountName.isValid(name) && accounts.enable(name, enabled)
                ? ResponseEntity.noContent().build()
                : new ProblemJson(HttpStatus.NOT_FOUND, "There is no account with this name.").entity();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badInput(BadInput fault) {
        return fault.problem().entity();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException fault) {
        return new BadInput(List.of(InputError.of(fault.getCause()))).problem().entity();
    }

    /** The response to the creation of an account. */
    record Created(String name, Role role) {}

    /** All accounts. */
    record AccountList(List<Account> accounts) {}
}
