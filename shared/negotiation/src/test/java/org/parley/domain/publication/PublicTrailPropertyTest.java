package org.parley.domain.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.scenario.PropertySeeds.forEverySeed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.scenario.EmbargoedHistories;
import org.parley.domain.scenario.RandomHistories;

/** The laws of the public trail, on random histories. */
class PublicTrailPropertyTest {
    private static final int ATTEMPTS = 45;

    /** A sample takes a few seconds; the long run takes all. */
    private static final int HISTORIES = Boolean.getBoolean("parley.test.long") ? 20_000 : 200;

    private static final NoticeIds IDS =
            (target, publicAt) -> UUID.nameUUIDFromBytes((target + " " + publicAt).getBytes(StandardCharsets.UTF_8));

    @Test
    void keepsItsLaws() {
        AtomicLong states = new AtomicLong();
        AtomicLong notices = new AtomicLong();
        forEverySeed(HISTORIES, seed -> {
            PublicTrail trail = new PublicTrail(RandomHistories.NEGOTIATION, IDS);
            PublicTrailLaws laws = new PublicTrailLaws(RandomHistories.NEGOTIATION);
            for (LedgerEntry entry : new EmbargoedHistories(seed).trail(ATTEMPTS)) {
                laws.check(entry, trail.step(entry));
            }
            states.addAndGet(laws.statesCompared());
            notices.addAndGet(laws.notices());
        });
        assertThat(states).as("states compared").hasPositiveValue();
        assertThat(notices).as("developments withheld or shown again").hasPositiveValue();
    }

    /** A trail resumed from its state after any entry goes on as if it had never stopped. */
    @Test
    void resumesWithTheSameEntries() {
        forEverySeed(HISTORIES / 2, seed -> {
            List<LedgerEntry> recorded = new EmbargoedHistories(seed).trail(ATTEMPTS);
            PublicTrail trail = new PublicTrail(RandomHistories.NEGOTIATION, IDS);
            for (int i = 0; i < recorded.size(); i++) {
                PublicTrail resumed =
                        PublicTrail.resume(RandomHistories.NEGOTIATION, IDS, trail.state(), recorded.subList(0, i));
                assertThat(resumed.state()).isEqualTo(trail.state());
                assertThat(resumed.step(recorded.get(i))).isEqualTo(trail.step(recorded.get(i)));
                assertThat(resumed.state()).isEqualTo(trail.state());
            }
        });
    }
}
