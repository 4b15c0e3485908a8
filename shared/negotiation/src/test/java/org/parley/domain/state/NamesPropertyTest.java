package org.parley.domain.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.demand.DemandCommand.MakeDemand;
import org.parley.domain.editorial.EditorialCommand.CorrectDevelopment;
import org.parley.domain.editorial.EditorialCommand.RetractDevelopment;
import org.parley.domain.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.domain.editorial.EditorialEvent.DevelopmentRetracted;
import org.parley.domain.editorial.Replacement;
import org.parley.domain.evidence.Evidence;
import org.parley.domain.evidence.Source;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.negotiation.NegotiationCommand.AdmitParty;
import org.parley.domain.negotiation.NegotiationCommand.OpenNegotiation;
import org.parley.domain.negotiation.NegotiationEvent.NegotiationOpened;
import org.parley.domain.negotiation.NegotiationEvent.PartyAdmitted;
import org.parley.domain.party.Actor;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Party;
import org.parley.domain.party.PartyCode;
import org.parley.domain.party.PartyKind;
import org.parley.domain.scenario.InMemoryLedger;
import org.parley.domain.scenario.PropertySeeds;
import org.parley.domain.scenario.RandomHistories;
import org.parley.domain.time.Edtf;

/**
 * The names after every entry of random histories equal those of a reference implementation, and the names in a state
 * equal those in its sentences.
 */
class NamesPropertyTest {
    private static final String TALKS = RandomHistories.NEGOTIATION;
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 12;
    private static final List<PartyCode> CODES = List.of(new PartyCode("AA"), new PartyCode("BB"));
    private static final MatterAddress OWN = MatterAddress.ofNegotiation(TALKS);
    private static final MatterAddress DEMAND = new MatterAddress(TALKS, MatterKind.DEMAND, "land");

    private final List<LedgerEntry> trail = new ArrayList<>();

    @Test
    void namesFollowTheEffectiveHistory() {
        PropertySeeds.forEverySeed(seed -> {
            Random random = new Random(seed * 31);
            InMemoryLedger ledger = new InMemoryLedger(TALKS, Instant.parse("2026-01-01T00:00:00Z"), List.of());
            trail.clear();
            RandomHistories.tryToLog(
                    ledger,
                    logged(OWN, new OpenNegotiation("Talks", null), random.nextBoolean() ? null : day(0), "Talks"));
            for (int i = 0; i < 14; i++) {
                RandomHistories.tryToLog(ledger, next(random, ledger));
                trail.clear();
                trail.addAll(ledger.trail());
                compare(ledger.history(), ledger);
            }
            compare(NegotiationHistory.of(TALKS, ledger.trail()), ledger);
        });
    }

    private void compare(NegotiationHistory live, InMemoryLedger ledger) {
        for (int day = -1; day <= DAYS; day += 3) {
            Instant at = day(Math.max(0, day)).start().minusSeconds(day < 0 ? 1 : 0);
            for (PartyCode code : CODES) {
                String plain = at(admissions(code), at).map(PartyAdmitted::name).orElse(code.text());
                assertThat(live.partyName(code, at)).isEqualTo(plain);
                assertThat(live.parties().isVoice(code, at))
                        .isEqualTo(at(admissions(code), at)
                                .filter(admission -> admission.partyKind() == PartyKind.VOICE)
                                .isPresent());
                live.state(at, ledger.now()).parties().stream()
                        .filter(party -> party.code().equals(code))
                        .map(Party::name)
                        .forEach(name -> assertThat(name).isEqualTo(plain));
            }
            assertThat(live.title(DEMAND, at)).isEqualTo(at(titles(DEMAND), at).orElse("land"));
            assertThat(live.title(OWN, at)).isEqualTo(at(titles(OWN), at).orElse(TALKS));
        }
    }

    private CommandEnvelope next(Random random, InMemoryLedger ledger) {
        if (random.nextInt(3) > 0 || ledger.trail().size() < 3) {
            return random.nextInt(3) == 0 ? demand(random) : admission(random);
        }
        LedgerEntry target = ledger.trail().get(random.nextInt(ledger.trail().size()));
        if (random.nextBoolean()) {
            return said(target, new RetractDevelopment(target.developmentId(), "wrong"));
        }
        CommandEnvelope instead = target.matter().equals(OWN)
                ? first(target).event() instanceof NegotiationOpened ? opening(random) : admission(random)
                : demand(random);
        return said(
                target,
                new CorrectDevelopment(
                        target.developmentId(),
                        new Replacement(null, null, instead.command(), instead.occurred(), instead.title(), null, null),
                        "wrong"));
    }

    private static CommandEnvelope opening(Random random) {
        String title = "Talks " + random.nextInt(9);
        return logged(OWN, new OpenNegotiation(title, null), random.nextBoolean() ? null : day(0), title);
    }

    private static CommandEnvelope admission(Random random) {
        return logged(
                OWN,
                new AdmitParty(
                        CODES.get(random.nextInt(CODES.size())),
                        "Name " + random.nextInt(9),
                        random.nextInt(4) == 0 ? PartyKind.VOICE : PartyKind.STATE,
                        null),
                random.nextInt(3) == 0 ? null : day(random.nextInt(DAYS)),
                null);
    }

    private static CommandEnvelope demand(Random random) {
        return logged(
                DEMAND,
                new MakeDemand(new Actors(List.of(new Actor(CODES.getFirst()))), Actors.of("BB"), "land", null, null),
                day(random.nextInt(DAYS)),
                random.nextBoolean() ? null : "Title " + random.nextInt(9));
    }

    private static CommandEnvelope logged(
            MatterAddress matter, Command command, @Nullable Edtf occurred, @Nullable String title) {
        Evidence evidence = new Evidence(List.of(new Source("AP", "A report")), null);
        return new CommandEnvelope(UUID.randomUUID(), matter, command, occurred, title, evidence, null);
    }

    private static CommandEnvelope said(LedgerEntry target, Command command) {
        return new CommandEnvelope(UUID.randomUUID(), target.matter(), command, null, null, null, null);
    }

    private static Edtf day(int day) {
        return Edtf.parse(FIRST.plusDays(day).toString());
    }

    // The reference implementation, which shares only the entries with the code under test.

    /** A name from an instant on; null means before everything. */
    private record Plain<T>(@Nullable Instant start, long position, T value) {}

    private <T> Optional<T> at(List<Plain<T>> given, Instant at) {
        Instant beginning =
                effective(OWN, content -> content.event() instanceof NegotiationOpened ? content : null).stream()
                        .map(opening -> opening.start == null ? Instant.MIN : opening.start)
                        .findFirst()
                        .orElse(Instant.MIN);
        List<Plain<T>> ordered = given.stream()
                .sorted(Comparator.comparing((Plain<T> each) -> each.start == null ? beginning : each.start)
                        .thenComparing(Plain::position))
                .toList();
        Optional<T> undated = ordered.stream()
                .filter(each -> each.start == null)
                .reduce((one, other) -> other)
                .map(Plain::value);
        return ordered.stream()
                .filter(each -> !(each.start == null ? beginning : each.start).isAfter(at))
                .reduce((one, other) -> other)
                .map(Plain::value)
                .or(() -> undated)
                .or(() -> ordered.stream().findFirst().map(Plain::value));
    }

    private List<Plain<PartyAdmitted>> admissions(PartyCode code) {
        return effective(
                OWN,
                content -> content.event() instanceof PartyAdmitted admission
                                && admission.party().equals(code)
                        ? admission
                        : null);
    }

    private List<Plain<String>> titles(MatterAddress matter) {
        return effective(matter, Development::title);
    }

    private <T> List<Plain<T>> effective(MatterAddress matter, Function<Development, @Nullable T> value) {
        List<Plain<T>> all = new ArrayList<>();
        for (LedgerEntry entry : trail) {
            if (entry.matter().equals(matter) && target(entry) == null && !isRetracted(entry)) {
                Development content = content(entry);
                T given = value.apply(content);
                if (given != null) {
                    all.add(new Plain<>(
                            content.occurred() == null
                                    ? null
                                    : content.occurred().start(),
                            entry.position(),
                            given));
                }
            }
        }
        return all;
    }

    private Development content(LedgerEntry first) {
        Development content = first.development();
        for (LedgerEntry entry : trail) {
            if (entry.event() instanceof DevelopmentCorrected correction
                    && !isRetracted(entry)
                    && first(entry).equals(first)) {
                String title = correction.replacement().title() == null
                        ? content.title()
                        : correction.replacement().title();
                Development with = correction.replacement();
                content = new Development(with.event(), with.occurred(), title, null, null, with.voices());
            }
        }
        return content;
    }

    private boolean isRetracted(LedgerEntry entry) {
        return trail.stream()
                .anyMatch(other -> other.event() instanceof DevelopmentRetracted retraction
                        && retraction.target().equals(entry.developmentId())
                        && !isRetracted(other));
    }

    private LedgerEntry first(LedgerEntry entry) {
        UUID target = target(entry);
        return target == null
                ? entry
                : trail.stream()
                        .filter(other -> other.developmentId().equals(target))
                        .findFirst()
                        .map(this::first)
                        .orElseThrow();
    }

    private static @Nullable UUID target(LedgerEntry entry) {
        return switch (entry.event()) {
            case DevelopmentCorrected correction -> correction.target();
            case DevelopmentRetracted retraction -> retraction.target();
            default -> null;
        };
    }
}
