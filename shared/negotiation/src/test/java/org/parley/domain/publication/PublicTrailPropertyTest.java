package org.parley.domain.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.scenario.PropertySeeds.forEverySeed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.scenario.EmbargoedHistories;
import org.parley.domain.scenario.RandomHistories;

/** The laws of the public trail, on random histories. */
class PublicTrailPropertyTest {
    private static final int ATTEMPTS = 45;
    private static final NoticeIds IDS = (target, publicAt) ->
            UUID.nameUUIDFromBytes((target + " " + publicAt).getBytes(StandardCharsets.UTF_8));

    @Test
    void keepsItsLaws() {
        long[] seen = new long[3];
        forEverySeed(seed -> {
            PublicTrail trail = new PublicTrail(RandomHistories.NEGOTIATION, IDS);
            PublicTrailLaws laws = new PublicTrailLaws(RandomHistories.NEGOTIATION);
            for (LedgerEntry entry : new EmbargoedHistories(seed).trail(ATTEMPTS)) {
                laws.check(entry, trail.step(entry));
                seen[0]++;
            }
            seen[1] += laws.statesCompared();
            seen[2] += laws.notices();
        });
        System.out.println(java.util.Arrays.toString(seen));
        assertThat(seen).doesNotContain(0);
    }

    /** A trail resumed from its state after any entry goes on as if it had never stopped. */
    @Test
    void resumesWithTheSameEntries() {
        forEverySeed(seed -> {
            List<LedgerEntry> recorded = new EmbargoedHistories(seed).trail(ATTEMPTS);
            PublicTrail trail = new PublicTrail(RandomHistories.NEGOTIATION, IDS);
            for (int i = 0; i < recorded.size(); i++) {
                PublicTrail resumed = PublicTrail.resume(
                        RandomHistories.NEGOTIATION, IDS, trail.state(), recorded.subList(0, i));
                assertThat(resumed.state()).isEqualTo(trail.state());
                assertThat(resumed.step(recorded.get(i))).isEqualTo(trail.step(recorded.get(i)));
                assertThat(resumed.state()).isEqualTo(trail.state());
            }
        });
    }
}
