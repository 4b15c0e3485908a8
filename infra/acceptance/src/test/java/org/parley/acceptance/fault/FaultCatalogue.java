package org.parley.acceptance.fault;

import static org.parley.acceptance.fault.Fault.Commands.GO_ON;
import static org.parley.acceptance.fault.Fault.Commands.MAY_WAIT;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.parley.acceptance.environment.ComposeEnvironment;
import org.parley.acceptance.environment.Container;
import org.parley.acceptance.fault.Fault.Commands;
import org.parley.testkit.prerequisite.Prerequisite;

/** The list of all faults. */
public final class FaultCatalogue {
    private static final Duration SHORT = Duration.ofSeconds(4);

    /** Longer than a lease and than the timeouts of the Kafka and database clients. */
    private static final Duration LONG = Duration.ofSeconds(12);

    private static final int KAFKA = 9092;
    private static final int POSTGRES = 5432;
    private static final int HTTP = 8080;

    private static final Function<ComposeEnvironment, Container> RELAYING = compose -> compose.ledger(true);
    private static final Function<ComposeEnvironment, Container> OTHER = compose -> compose.ledger(false);

    private FaultCatalogue() {}

    public static List<Fault> all() {
        return Stream.of(kills(), networks(), others()).flatMap(List::stream).toList();
    }

    private static List<Fault> kills() {
        return List.of(
                kill("the ledger that relays", GO_ON, RELAYING).whileRead().always(),
                kill("the ledger that does not relay", GO_ON, OTHER).whileRead(),
                kill("an archive", GO_ON, one("archive", 1)).whileRead().always(),
                kill("the other archive", GO_ON, one("archive", 2)).whileRead(),
                kill("the desk", MAY_WAIT, one("desk", 1)),
                kill("Kafka", GO_ON, one("kafka", 1)).always(),
                kill("PostgreSQL", MAY_WAIT, one("postgres", 1)).always());
    }

    private static List<Fault> networks() {
        return List.of(
                cut("the ledger that relays", RELAYING, "Kafka", one("kafka", 1), GO_ON)
                        .always(),
                cut("a ledger", OTHER, "PostgreSQL", one("postgres", 1), MAY_WAIT),
                slow("the ledger that relays", RELAYING, "Kafka", one("kafka", 1), KAFKA),
                slow("a ledger", OTHER, "PostgreSQL", one("postgres", 1), POSTGRES),
                cut("an archive", one("archive", 1), "Kafka", one("kafka", 1), GO_ON),
                cut("an archive", one("archive", 2), "PostgreSQL", one("postgres", 1), GO_ON),
                cut("the desk", one("desk", 1), "a ledger", RELAYING, MAY_WAIT),
                cut("the desk", one("desk", 1), "an archive", one("archive", 1), GO_ON),
                slow("an archive", one("archive", 1), "Kafka", one("kafka", 1), KAFKA),
                slow("an archive", one("archive", 2), "PostgreSQL", one("postgres", 1), POSTGRES),
                slow("the desk", one("desk", 1), "a ledger", OTHER, HTTP),
                slow("the desk", one("desk", 1), "an archive", one("archive", 1), HTTP));
    }

    private static List<Fault> others() {
        return List.of(
                new Fault(
                        "two relays: the one at work stands still, another takes over, and it wakes",
                        MAY_WAIT,
                        LONG,
                        compose -> {
                            Container ledger = compose.ledger(true);
                            ledger.pause();
                            return ledger::unpause;
                        }),
                new Fault("PostgreSQL's disk is full", MAY_WAIT, LONG, new FullDisk()),
                new Fault("a ledger's clock jumps an hour ahead, and back", GO_ON, SHORT, new ClockJump(1))
                        .needing(Prerequisite.CLOCK_LIBRARY),
                new Fault("a ledger's clock jumps an hour back, and ahead", GO_ON, SHORT, new ClockJump(-1))
                        .needing(Prerequisite.CLOCK_LIBRARY));
    }

    private static Function<ComposeEnvironment, Container> one(String service, int number) {
        return compose -> compose.container(service, number);
    }

    private static Fault kill(String what, Commands meanwhile, Function<ComposeEnvironment, Container> which) {
        return new Fault(what + " is killed (kill -9)", meanwhile, SHORT, compose -> {
            Container container = which.apply(compose);
            container.kill();
            return container::start;
        });
    }

    private static Fault cut(
            String from,
            Function<ComposeEnvironment, Container> one,
            String to,
            Function<ComposeEnvironment, Container> other,
            Commands meanwhile) {
        return new Fault(
                        "between %s and %s every packet is lost".formatted(from, to),
                        meanwhile,
                        LONG,
                        compose -> new NetworkFault(one.apply(compose), other.apply(compose)).cut())
                .needing(Prerequisite.PACKET_FILTER);
    }

    private static Fault slow(
            String from,
            Function<ComposeEnvironment, Container> one,
            String to,
            Function<ComposeEnvironment, Container> other,
            int port) {
        return new Fault(
                        "between %s and %s every packet takes %d ms longer"
                                .formatted(from, to, NetworkFault.LATENCY.toMillis()),
                        GO_ON,
                        LONG,
                        compose -> new NetworkFault(one.apply(compose), other.apply(compose)).slow(port))
                .needing(Prerequisite.PACKET_FILTER);
    }
}
