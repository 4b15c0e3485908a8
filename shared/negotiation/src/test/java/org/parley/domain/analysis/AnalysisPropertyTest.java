package org.parley.domain.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.scenario.PropertySeeds.forEverySeed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.history.Standing;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.party.PartyCode;
import org.parley.domain.scenario.EmbargoedHistories;
import org.parley.domain.scenario.RandomHistories;
import org.parley.domain.state.NegotiationHistory;

/** The table, the edges and the panel never disagree with the state, whatever the history. */
class AnalysisPropertyTest {
    private static final int COMMANDS = 60;

    /** A negotiation as known at some instant, and as of another one. */
    private record Case(NegotiationHistory known, Instant asOf, Random random) {
        static Case of(long seed) {
            Random random = new Random(seed);
            RandomHistories histories = new RandomHistories(seed);
            List<LedgerEntry> trail = random.nextBoolean()
                    ? histories.randomLedger(COMMANDS).trail()
                    : new EmbargoedHistories(seed).trail(COMMANDS);
            int end = trail.isEmpty() ? 0 : random.nextInt(trail.size()) + 1;
            while (end < trail.size() && trail.get(end - 1).continued()) {
                end++;
            }
            NegotiationHistory known = NegotiationHistory.of(
                    RandomHistories.NEGOTIATION, trail.subList(0, random.nextInt(4) == 0 ? trail.size() : end));
            List<Instant> starts = known.matters().stream()
                    .flatMap(history -> history.effective().stream())
                    .map(Occurrence::start)
                    .filter(start -> start.isAfter(Instant.MIN))
                    .toList();
            Instant asOf = starts.isEmpty() || random.nextInt(3) == 0
                    ? known.now(Instant.parse("2026-01-01T00:00:00Z"))
                    : starts.get(random.nextInt(starts.size())).plusSeconds(random.nextInt(3) * 40_000L);
            return new Case(known, asOf, random);
        }

        List<DevelopmentRow> table() {
            List<DevelopmentRow> rows = new ArrayList<>();
            DevelopmentTable table = new DevelopmentTable(known.parties(), asOf);
            known.matters().forEach(history -> table.forEach(history, rows::add));
            return rows;
        }

        Map<MatterAddress, MatterState> states() {
            return known.matters().stream()
                    .flatMap(history -> history.state(asOf).stream())
                    .collect(Collectors.toMap(MatterState::address, state -> state));
        }
    }

    @Test
    void theLastRowOfAMatterHasTheStatusOfItsState() {
        forEverySeed(seed -> {
            Case one = Case.of(seed);
            Map<MatterAddress, DevelopmentRow> last = new HashMap<>();
            one.table().forEach(row -> last.put(row.matter(), row));
            Map<MatterAddress, MatterState> states = one.states();
            states.forEach((matter, state) -> {
                DevelopmentRow row = last.get(matter);
                assertThat(row).as(matter.toString()).isNotNull();
                assertThat(row.step().statusAfter()).isEqualTo(state.status().name());
                assertThat(row.matterTitle()).isEqualTo(state.title());
            });
            last.forEach((matter, row) ->
                    assertThat(row.step().statusAfter() == null).isEqualTo(!states.containsKey(matter)));
        });
    }

    @Test
    void rowsFollowOneAnother() {
        forEverySeed(seed -> {
            Map<MatterAddress, DevelopmentRow> before = new HashMap<>();
            for (DevelopmentRow row : Case.of(seed).table()) {
                DevelopmentRow previous = before.put(row.matter(), row);
                assertThat(row.step().statusBefore())
                        .isEqualTo(previous == null ? null : previous.step().statusAfter());
                if (previous != null) {
                    assertThat(Occurrence.VALID_TIME_ORDER.compare(
                                    previous.step().occurrence(), row.step().occurrence()))
                            .isNegative();
                }
            }
        });
    }

    @Test
    void theTableHasTheEffectiveDevelopmentsAndNoOthers() {
        forEverySeed(seed -> {
            Case one = Case.of(seed);
            List<UUID> rows = one.table().stream()
                    .map(row -> row.recorded().developmentId())
                    .toList();
            assertThat(rows).doesNotHaveDuplicates();
            Set<UUID> expected = new HashSet<>();
            for (RecordedHistory history : one.known().matters()) {
                history.threads().forEach(thread -> thread.occurrence()
                        .map(occurrence -> history.effectiveOccurrence(occurrence.developmentId())
                                .orElseThrow())
                        .filter(occurrence -> !occurrence.start().isAfter(one.asOf()))
                        .ifPresent(occurrence -> expected.add(occurrence.developmentId())));
            }
            assertThat(new HashSet<>(rows)).isEqualTo(expected);
            one.table().forEach(row -> assertThat(row.standing()).isNotEqualTo(Standing.RETRACTED));
        });
    }

    @Test
    void everyPartyIsInOneColumnAndInTheEdges() {
        forEverySeed(seed -> Case.of(seed).table().forEach(row -> {
            List<NamedParty> edges = NamedParty.in(row.step().occurrence().event());
            DevelopmentParties parties = row.parties();
            List<PartyCode> columns = Stream.of(
                            parties.actors().stream().map(NamedParty::party).distinct(),
                            parties.targets().stream(),
                            parties.others().stream())
                    .flatMap(each -> each)
                    .toList();
            assertThat(edges).doesNotHaveDuplicates();
            assertThat(columns).doesNotHaveDuplicates();
            assertThat(Set.copyOf(columns))
                    .isEqualTo(edges.stream().map(NamedParty::party).collect(Collectors.toSet()))
                    .isEqualTo(Set.copyOf(
                            row.step().occurrence().event().mentioned().codes()));
        }));
    }

    @Test
    void thePanelAtADayIsTheStateAtThatDay() {
        forEverySeed(seed -> {
            Case one = Case.of(seed);
            LocalDate from = LocalDate.parse("2025-05-01").plusDays(one.random().nextInt(90));
            LocalDate to = from.plusDays(one.random().nextInt(90));
            PanelStep step = PanelStep.values()[one.random().nextInt(3)];
            Instant limit = one.random().nextBoolean() ? null : one.asOf();
            StatusPanel panel = new StatusPanel(from, to, step, limit);
            for (RecordedHistory history : one.known().matters()) {
                Map<LocalDate, PanelRow> rows = new TreeMap<>();
                panel.forEach(
                        history, row -> assertThat(rows.put(row.date(), row)).isNull());
                long steps = 0;
                for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
                    boolean ends = day.equals(to) || step.lastDay(day).equals(day);
                    Instant end = day.plusDays(1)
                            .atStartOfDay()
                            .toInstant(ZoneOffset.UTC)
                            .minusNanos(1);
                    Instant asOf = limit != null && limit.isBefore(end) ? limit : end;
                    steps += ends ? 1 : 0;
                    PanelRow row = rows.remove(day);
                    if (row != null) {
                        Optional<MatterState> state = history.state(asOf);
                        assertThat(ends).isTrue();
                        assertThat(row.status())
                                .isEqualTo(state.orElseThrow().status().name());
                        assertThat(row.possible()).isEqualTo(state.orElseThrow().isPossibleAt(asOf));
                    } else if (ends && asOf.equals(end)) {
                        assertThat(history.state(asOf)).isEmpty();
                    }
                }
                assertThat(rows).isEmpty();
                assertThat(panel.steps()).isEqualTo(steps);
            }
        });
    }

    @Test
    void theFirstVariantIsTheState() {
        forEverySeed(seed -> {
            Case one = Case.of(seed);
            for (RecordedHistory history : one.known().matters()) {
                Optional<MatterState> state = history.state(one.asOf());
                List<StateVariants.Variant> variants = StateVariants.of(history, one.asOf());
                assertThat(variants.getFirst().state()).isEqualTo(state.orElse(null));
                boolean doubted = state.isPresent()
                        && (state.get().disputed() || state.get().isPossibleAt(one.asOf()));
                if (doubted) {
                    assertThat(variants).hasSizeGreaterThan(1);
                }
            }
        });
    }

    @Test
    void theNetworkCountsTheRowsThatNameBothParties() {
        forEverySeed(seed -> {
            PartyNetwork network = new PartyNetwork();
            List<DevelopmentRow> rows = Case.of(seed).table();
            rows.forEach(
                    row -> network.add(row.matter(), row.step().occurrence().event()));
            for (PartyNetwork.Link link : network.links()) {
                assertThat(link.one()).isLessThan(link.other());
                assertThat(link.weight())
                        .isEqualTo((int) rows.stream()
                                .filter(row -> !row.type().equals("PartyAdmitted"))
                                .filter(row -> row.step()
                                        .occurrence()
                                        .event()
                                        .mentioned()
                                        .codes()
                                        .containsAll(List.of(link.one(), link.other())))
                                .count())
                        .isEqualTo(link.kinds().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum());
                assertThat(link.matters()).isBetween(1, link.weight());
            }
        });
    }
}
