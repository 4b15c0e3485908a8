package org.parley.access.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.parley.access.account.AccountRequests.Enabled;
import org.parley.access.account.AccountRequests.NewAccount;
import org.parley.access.account.AccountRequests.NewPassword;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.access.identity.AccountName;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Role;
import org.parley.access.problem.ProblemException;
import org.parley.access.problem.ProblemResponse;
import org.parley.access.rules.AccessRules;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
public final class AccountController {

    private final AccountRepository accounts;
    private final PasswordConfirmation current;

    public AccountController(AccountRepository accounts, PasswordConfirmation current) {
        this.accounts = accounts;
        this.current = current;
    }

    @Operation(operationId = "accounts", summary = "All accounts")
    @DocumentedResponse(value = "AccountList", description = "The accounts, without passwords")
    @GetMapping
    AccountList list() {
        return new AccountList(accounts.findAll());
    }

    @Operation(operationId = "createAccount", summary = "Creates an account")
    @DocumentedResponse(value = "CreatedAccount", status = 201, description = "The account was created")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CreatedAccount> create(@RequestBody NewAccount body) {
        NewAccount.ValidAccount valid = body.validate();
        boolean created = accounts.create(
                valid.name(),
                valid.role(),
                valid.password(),
                ParleyPrincipal.current().name());
        if (!created) {
            throw new ProblemException(new ProblemResponse(
                    HttpStatus.CONFLICT,
                    "There is already an account '" + valid.name() + "'. Choose another name.",
                    "Ya hay una cuenta «" + valid.name() + "». Elija otro nombre."));
        }
        return ResponseEntity.status(HttpStatus.CREATED).body(new CreatedAccount(valid.name(), valid.role()));
    }

    /** Callers confirm their own current password; a chief sets the passwords of others without it. */
    @Operation(operationId = "changePassword", summary = "Changes the password of an account")
    @DocumentedResponse(status = 204, description = "The password was changed")
    @PutMapping(path = "/{name}/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> changePassword(
            @PathVariable String name, @RequestBody NewPassword body, HttpServletRequest request) {
        boolean isOwn = name.equals(ParleyPrincipal.current().name());
        NewPassword.ValidPassword valid = body.validate(name, isOwn);
        if (isOwn) {
            current.require(name, String.valueOf(body.current()), request);
        }
        return noContent(
                AccountName.isValid(name) && accounts.changePassword(name, valid.password(), valid.revokeTokens()));
    }

    /** A chief cannot disable their own account, so at least one chief can still sign in. */
    @Operation(operationId = "enableAccount", summary = "Enables or disables the sign-in of an account")
    @DocumentedResponse(status = 204, description = "The sign-in was enabled or disabled")
    @PutMapping(path = "/{name}/enabled", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> enable(@PathVariable String name, @RequestBody Enabled body) {
        boolean enabled = body.validate();
        if (!enabled && name.equals(ParleyPrincipal.current().name())) {
            throw new ProblemException(new ProblemResponse(
                    HttpStatus.CONFLICT,
                    "This is your own account. Another chief can disable it.",
                    "Es su propia cuenta. Otro jefe de redacción puede desactivarla."));
        }
        return noContent(AccountName.isValid(name) && accounts.setEnabled(name, enabled));
    }

    private static ResponseEntity<Void> noContent(boolean found) {
        if (!found) {
            throw new ProblemException(new ProblemResponse(
                    HttpStatus.NOT_FOUND,
                    "There is no account with this name.",
                    "No hay ninguna cuenta con ese nombre."));
        }
        return ResponseEntity.noContent().build();
    }

    /** The response to the creation of an account. */
    record CreatedAccount(String name, Role role) {}

    /** All accounts. */
    record AccountList(List<Account> accounts) {}
}
