package org.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.acceptance.check.Findings;
import org.parley.acceptance.environment.ComposeEnvironment;
import org.parley.acceptance.environment.SharedCompose;
import org.parley.acceptance.fault.Fault;
import org.parley.acceptance.fault.FaultCatalogue;
import org.parley.acceptance.load.LoadGenerator;
import org.parley.testkit.prerequisite.Prerequisite;

/**
 * Injects one fault after another while three negotiations are under load: acknowledged developments are never lost,
 * doubled or reordered, and the state equals that of a rebuild and of an offline fold.
 *
 * <p>Every build injects the most important faults. {@code -Pfaults} injects all of them in random order, in {@code
 * parley.faults.rounds} rounds, with the complete check after each fault, and writes the results into {@code
 * docs/operators/faults.md} if all of them passed.
 */
@ExtendWith(SharedCompose.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(2)
class FaultsIT {
    /** 0 is the short form, in the order of the list. */
    private static final int ROUNDS = Integer.getInteger("parley.faults.rounds", 0);

    private static final long SEED = Long.getLong("parley.faults.seed", System.nanoTime() & 0xffff);
    /** If set, only faults whose name contains this text. */
    private static final String ONLY = System.getProperty("parley.faults.only", "");

    private static final Duration RECOVERS_WITHIN = Duration.ofMinutes(2);

    private final List<Fault> plan = plan();
    private final List<FaultOutcome> outcomes = new ArrayList<>();
    private final List<ConsistencyCheck.Result> results = new ArrayList<>();
    private final ComposeEnvironment compose;
    private LoadGenerator load;
    private ConsistencyCheck agreement;

    FaultsIT(ComposeEnvironment compose) {
        this.compose = compose;
    }

    @BeforeAll
    void startLoad() throws InterruptedException {
        long run = ProcessHandle.current().pid();
        load = new LoadGenerator(
                compose,
                Stream.of("north", "south", "east")
                        .map(talks -> talks + "-" + run)
                        .toList());
        agreement = new ConsistencyCheck(load, compose.desk(), compose.kafka());
    }

    @AfterAll
    void stopLoad() throws IOException {
        load.close();
        String table = new FaultTable(outcomes, results, ROUNDS, SEED).text();
        System.out.println(table);
        Files.writeString(Path.of("target", "faults.md"), table);
        boolean isWhole = ROUNDS > 0 && ONLY.isEmpty() && outcomes.size() == plan.size();
        if (isWhole) {
            FaultsPage.inTheDocumentation().write(table);
        }
    }

    private static List<Fault> plan() {
        List<Fault> all = FaultCatalogue.all().stream()
                .filter(fault -> fault.name().contains(ONLY))
                .toList();
        if (ROUNDS == 0) {
            return all.stream().filter(Fault::isTriedAlways).toList();
        }
        System.out.printf("%d rounds of faults, seed %d%n", ROUNDS, SEED);
        Random random = new Random(SEED);
        return IntStream.range(0, ROUNDS)
                .mapToObj(round -> {
                    List<Fault> shuffled = new ArrayList<>(all);
                    Collections.shuffle(shuffled, random);
                    return shuffled;
                })
                .flatMap(List::stream)
                .toList();
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> underLoad() {
        return plan.stream().map(fault -> DynamicTest.dynamicTest(fault.name(), () -> inject(fault)));
    }

    private void inject(Fault fault) throws InterruptedException {
        fault.needs().forEach(Prerequisite::require);
        long begin = System.nanoTime();
        Runnable remedy = fault.injection().apply(compose);
        try {
            Thread.sleep(fault.lasts());
            if (fault.meanwhile() == Fault.Commands.GO_ON) {
                awaitCommandsEverywhere();
            }
            if (fault.isRead()) {
                agreement.ofThoseWhoFollow();
            }
        } finally {
            remedy.run();
        }
        long healed = System.nanoTime();
        awaitCommandsEverywhere();
        Findings findings = agreement.ofThoseWhoFollow();
        long readAgain = System.nanoTime();
        compose.awaitHealthy();
        String agreed = ROUNDS == 0 ? "see below" : agreed();
        FaultOutcome outcome = new FaultOutcome(
                fault,
                Duration.ofNanos(healed - begin),
                load.book().between(begin, readAgain),
                Duration.ofNanos(readAgain - healed),
                findings,
                agreed);
        outcomes.add(outcome);
        System.out.print(outcome.row());
        assertThat(findings.all()).isEmpty();
        assertThat(load.book().wrong()).isEmpty();
    }

    private void awaitCommandsEverywhere() {
        for (String negotiation : load.negotiations()) {
            int before = load.book().acknowledged(negotiation).size();
            await().atMost(RECOVERS_WITHIN)
                    .until(() -> load.book().acknowledged(negotiation).size() > before);
        }
    }

    private String agreed() {
        List<ConsistencyCheck.Result> all = new ArrayList<>();
        load.during(() -> all.addAll(agreement.ofEverything()));
        results.clear();
        results.addAll(all);
        boolean agree = all.stream()
                .allMatch(result ->
                        result.hashes().size() == 1 && result.findings().all().isEmpty());
        return agree ? "yes" : "NO";
    }

    @Test
    @Order(2)
    void nothingIsLostDoubledOrReorderedAndEveryStateEqualsARebuild() {
        agreed();
        assertThat(load.book().wrong()).isEmpty();
        assertThat(results).hasSize(3).allSatisfy(result -> {
            assertThat(result.findings().all()).as(result.negotiation()).isEmpty();
            assertThat(result.hashes()).as(result.negotiation()).hasSize(1);
        });
    }
}
