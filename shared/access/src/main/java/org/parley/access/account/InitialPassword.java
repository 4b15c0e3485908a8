package org.parley.access.account;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * The password that the first start generates for the account {@value ChiefAccount#NAME}. It is handed out once and
 * stored nowhere: the start banner may take it before the application is ready, otherwise it is printed to standard
 * output. It is never logged.
 */
public final class InitialPassword {

    private final AtomicReference<@Nullable String> password;
    private final PrintStream out;

    public InitialPassword(@Nullable String password, PrintStream out) {
        this.password = new AtomicReference<>(password);
        this.out = out;
    }

    /**
     * Takes the password in order to print it; a second call returns nothing. Also empty at later starts and when
     * PARLEY_PASSWORD is set.
     */
    public Optional<String> takePassword() {
        return Optional.ofNullable(password.getAndSet(null));
    }

    /** The last listener, so that a banner printed on the same event comes first. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void printUnlessTaken() {
        takePassword()
                .ifPresent(password -> out.printf(
                        "%nFirst start: sign in as %s with the password %s%nIt is shown only this once.%n%n",
                        ChiefAccount.NAME, password));
    }
}
