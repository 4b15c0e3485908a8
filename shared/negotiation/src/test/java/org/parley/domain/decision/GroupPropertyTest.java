package org.parley.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.scenario.PropertySeeds.forEverySeed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.domain.decision.GroupDecider.DecidedGroup;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.scenario.InMemoryLedger;
import org.parley.domain.scenario.RandomHistories;

/** Laws of groups, on random histories. */
class GroupPropertyTest {
    private static final int COMMANDS = 40;

    /** What was recorded one by one can be recorded together, in the same order and with the same result. */
    @Test
    void aGroupIsOneInsertion() {
        forEverySeed(GroupPropertyTest::aGroupIsOneInsertionFor);
    }

    private static void aGroupIsOneInsertionFor(long seed) {
        RandomHistories random = new RandomHistories(seed);
        InMemoryLedger ledger = random.ledger();
        List<CommandEnvelope> accepted = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            CommandEnvelope command = random.next(ledger);
            if (RandomHistories.tryToLog(ledger, command).isEmpty()) {
                accepted.add(command);
            }
        }
        if (ledger.history()
                .matter(MatterAddress.ofNegotiation(RandomHistories.NEGOTIATION))
                .isPresent()) {
            return; // the parties changed between the commands
        }
        for (RecordedHistory each : ledger.history().matters()) {
            MatterAddress matter = each.address();
            List<CommandEnvelope> all = accepted.stream()
                    .filter(command -> command.matter().equals(matter))
                    .toList();
            int before = all.size() / 2;
            if (each.version() != all.size()) {
                continue; // the ledger itself released something
            }
            RecordedHistory half = RecordedHistory.of(matter, each.entries().subList(0, before));
            List<CommandEnvelope> rest = all.subList(before, all.size());

            Instant now = each.entries().get(before).recordedAt();
            DecisionContext then =
                    new DecisionContext(now, ledger.decisionContext().parties());
            DecidedGroup group = GroupDecider.decide(half, rest, then);

            assertThat(group.developments())
                    .isEqualTo(each.entries().subList(before, each.version()).stream()
                            .map(LedgerEntry::development)
                            .toList());
            assertThat(half.version()).isEqualTo(before);
        }
    }

    /** A group is accepted exactly if its history is possible, whatever the order of its commands. */
    @Test
    void theWholeHistoryDecides() {
        forEverySeed(GroupPropertyTest::theWholeHistoryDecidesFor);
    }

    private static void theWholeHistoryDecidesFor(long seed) {
        RandomHistories random = new RandomHistories(seed, 0);
        Random choice = new Random(seed);
        InMemoryLedger ledger = random.randomLedger(COMMANDS / 2);
        List<CommandEnvelope> candidates = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            candidates.add(random.development(ledger));
        }
        @Nullable MatterAddress matter = candidates.stream()
                .map(CommandEnvelope::matter)
                .filter(each -> each.kind() != MatterKind.NEGOTIATION)
                .findFirst()
                .orElse(null);
        if (matter == null) {
            return;
        }
        List<CommandEnvelope> given = new ArrayList<>(candidates.stream()
                .filter(command -> command.matter().equals(matter))
                .limit(1 + choice.nextInt(3))
                .toList());
        Collections.shuffle(given, choice);
        RecordedHistory recorded = ledger.historyOf(matter);
        int version = recorded.version();
        try {
            DecidedGroup group = GroupDecider.decide(recorded, given, ledger.decisionContext());
            assertThat(given).allSatisfy(command -> assertThat(group.history().isDisregarded(command.developmentId()))
                    .isFalse());
            assertThat(group.history().version()).isEqualTo(version + given.size());
        } catch (GroupRefusedException e) {
            assertThat(e.refusals()).hasSameSizeAs(given);
            assertThat(e.refusals()).anyMatch(refusal -> !(refusal instanceof Refusal.StoppedByGroup));
        }
        assertThat(recorded.version()).isEqualTo(version);
    }

    /** One command alone is decided as ever. */
    @Test
    void aGroupOfOneIsTheCommandItself() {
        forEverySeed(GroupPropertyTest::aGroupOfOneIsTheCommandItselfFor);
    }

    private static void aGroupOfOneIsTheCommandItselfFor(long seed) {
        RandomHistories random = new RandomHistories(seed);
        InMemoryLedger ledger = random.ledger();
        for (int i = 0; i < COMMANDS; i++) {
            CommandEnvelope command = random.next(ledger);
            boolean isAccepted = isAcceptedInGroup(ledger, command);
            assertThat(RandomHistories.tryToLog(ledger, command).isEmpty())
                    .as("%s", command)
                    .isEqualTo(isAccepted);
        }
    }

    private static boolean isAcceptedInGroup(InMemoryLedger ledger, CommandEnvelope command) {
        try {
            GroupDecider.decide(ledger.historyOf(command.matter()), List.of(command), ledger.decisionContext());
            return true;
        } catch (GroupRefusedException e) {
            return false;
        }
    }
}
