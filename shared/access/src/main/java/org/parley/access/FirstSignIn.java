package org.parley.access;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * The password made up for the account {@value ChiefAccount#NAME} at the first start. It is given out once and kept
 * nowhere: to the start banner if that takes it before the application is ready, otherwise it is printed to standard
 * output, never logged.
 */
public final class FirstSignIn {

    private final AtomicReference<@Nullable String> password;
    private final PrintStream out;

    FirstSignIn(@Nullable String password, PrintStream out) {
        this.password = new AtomicReference<>(password);
        this.out = out;
    }

    /**
     * Takes the password away to print it. Empty at every later start, when PARLEY_PASSWORD was given, and when it was
     * taken before.
     */
    public Optional<String> takePassword() {
        return Optional.ofNullable(password.getAndSet(null));
    }

    /** Last of all listeners, so that a banner printed at the same moment comes first. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void printIfNobodyDid() {
        takePassword()
                .ifPresent(password -> out.printf(
                        "%nFirst start: sign in as %s with the password %s%nIt is shown only this once.%n%n",
                        ChiefAccount.NAME, password));
    }
}
