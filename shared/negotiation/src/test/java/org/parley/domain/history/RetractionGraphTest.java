package org.parley.domain.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.scenario.PropertySeeds.forEverySeed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The effect of any sequence of retractions, including repeated ones and those of retracted entries. */
class RetractionGraphTest {
    private static final int GIVEN = 40;

    /** The target of each retraction, in the order recorded. */
    private final Map<UUID, UUID> targets = new HashMap<>();

    private final List<UUID> order = new ArrayList<>();

    private boolean stands(UUID entry) {
        return firstStanding(entry).isEmpty();
    }

    private Optional<UUID> firstStanding(UUID entry) {
        return order.stream()
                .filter(each -> entry.equals(targets.get(each)) && stands(each))
                .findFirst();
    }

    private UUID root(UUID entry) {
        return targets.containsKey(entry) ? root(targets.get(entry)) : entry;
    }

    /** Some entries, and retractions of them and of one another, mostly deep ones. */
    private RetractionGraph randomRetractions(Random random) {
        targets.clear();
        order.clear();
        RetractionGraph retractions = new RetractionGraph();
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(new UUID(0, i));
        }
        for (int i = 0; i < GIVEN; i++) {
            UUID target = random.nextInt(3) == 0 ? all.get(random.nextInt(all.size())) : all.getLast();
            UUID retraction = new UUID(1, i);
            boolean before = stands(root(target));
            targets.put(retraction, target);
            order.add(retraction);
            all.add(retraction);
            Optional<UUID> turned = retractions.add(retraction, target);
            assertThat(turned.isPresent()).isEqualTo(before != stands(root(target)));
            turned.ifPresent(note -> assertThat(note).isEqualTo(root(retraction)));
        }
        return retractions;
    }

    private void assertCorrect(RetractionGraph retractions) {
        for (UUID entry : order) {
            assertThat(retractions.isActive(entry)).isEqualTo(stands(entry));
            assertThat(retractions.activeRetractionOf(entry)).isEqualTo(firstStanding(entry));
            assertThat(retractions.rootTarget(entry)).isEqualTo(root(entry));
            RetractionChain chain = retractions.chain(entry);
            assertThat(stands(entry)).isEqualTo(stands(chain.top()) != chain.opposite());
        }
        for (int i = 0; i < 3; i++) {
            UUID note = new UUID(0, i);
            assertThat(retractions.isActive(note)).isEqualTo(stands(note));
            assertThat(retractions.rootTarget(note)).isEqualTo(note);
        }
    }

    @Test
    void anEntryIsActiveWhileNoRetractionOfItIs() {
        forEverySeed(seed -> assertCorrect(randomRetractions(new Random(seed))));
    }

    @Test
    void undoRestoresTheEarlierGraph() {
        forEverySeed(seed -> {
            Random random = new Random(seed);
            RetractionGraph retractions = randomRetractions(random);
            for (int i = random.nextInt(GIVEN); i > 0; i--) {
                UUID last = order.removeLast();
                targets.remove(last);
                retractions.undoLast(last);
            }
            assertCorrect(retractions);
        });
    }

    /** The chains, the effect of their tops and the moved retractions determine the effect of every retraction. */
    @Test
    void movedRetractionsAreSufficient() {
        forEverySeed(seed -> {
            Random random = new Random(seed);
            RetractionGraph retractions = new RetractionGraph();
            Map<UUID, RetractionChain> chains = new HashMap<>();
            Map<UUID, Boolean> tops = new HashMap<>();
            List<UUID> all = new ArrayList<>(List.of(new UUID(0, 0)));
            for (int i = 0; i < GIVEN; i++) {
                UUID target = random.nextInt(3) == 0 ? all.get(random.nextInt(all.size())) : all.getLast();
                UUID retraction = new UUID(1, i);
                all.add(retraction);
                retractions.add(retraction, target);
                for (UUID moved : retractions.movedRetractions()) {
                    RetractionChain chain = retractions.chain(moved);
                    if (chain.top().equals(moved)) {
                        chains.remove(moved);
                        tops.put(moved, retractions.isActive(moved));
                    } else {
                        chains.put(moved, chain);
                    }
                }
                for (UUID each : all.subList(1, all.size())) {
                    RetractionChain chain = chains.getOrDefault(each, new RetractionChain(each, false));
                    assertThat(tops.getOrDefault(chain.top(), true) != chain.opposite())
                            .isEqualTo(retractions.isActive(each));
                }
            }
        });
    }

    @Test
    void aChainOfTenThousandCostsOneStepEach() {
        RetractionGraph retractions = new RetractionGraph();
        UUID last = new UUID(0, 0);
        int length = 10_000;
        for (int i = 1; i <= length; i++) {
            UUID next = new UUID(0, i);
            retractions.add(next, last);
            assertThat(retractions.movedRetractions()).hasSizeLessThanOrEqualTo(2);
            last = next;
        }
        assertThat(retractions.isActive(new UUID(0, 0))).isTrue();
        assertThat(retractions.isActive(new UUID(0, length - 1))).isFalse();
        assertThat(retractions.rootTarget(last)).isEqualTo(new UUID(0, 0));
        assertThat(retractions.steps()).isLessThanOrEqualTo(length);
    }

    @Test
    void repeatedRetractionCostsOneStepEach() {
        RetractionGraph retractions = new RetractionGraph();
        UUID note = new UUID(0, 0);
        for (int i = 1; i <= 10_000; i += 2) {
            retractions.add(new UUID(0, i), note);
            assertThat(retractions.isActive(note)).isFalse();
            retractions.add(new UUID(0, i + 1L), new UUID(0, i));
            assertThat(retractions.isActive(note)).isTrue();
        }
        assertThat(retractions.steps()).isLessThanOrEqualTo(10_000);
    }
}
