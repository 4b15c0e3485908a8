package org.parley.domain.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.domain.decision.Refusal;
import org.parley.domain.editorial.EditorialCommand;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.history.Standing;
import org.parley.domain.language.BilingualText;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterDetail;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.party.Party;
import org.parley.domain.party.PartyCode;
import org.parley.domain.party.PartyKind;
import org.parley.domain.time.Edtf;

/**
 * A scenario in given-when-then form:
 * {@code given(ceasefireProposed("2025-08-13")).when(rejectCeasefire("2025-08-15")) .then(ceasefireRejected())}. By
 * default the clock shows noon (UTC) on 1 September 2025, and Russia, Ukraine, the United States, Britain, France, the
 * EU, NATO and the analyst VOX are admitted.
 */
public final class Scenario {
    /** Words with which an untranslated refusal would be built. */
    private static final String ENGLISH = "cannot|was|were|is|are|has|been|would|by|with|that|since|until|between"
            + "|recorded|development|command|possible|before|after|already|must|only|first|more";

    private static final Instant NOON = Instant.parse("2025-09-01T12:00:00Z");
    private static final List<Party> PARTIES = Stream.concat(
                    Stream.of("RUS", "UKR", "USA", "GBR", "FRA", "EU", "NATO")
                            .map(code -> party(code, PartyKind.STATE)),
                    Stream.of(party("VOX", PartyKind.VOICE)))
            .toList();

    private final InMemoryLedger ledger;
    private @Nullable MatterAddress matter;

    private Scenario(Instant now) {
        this.ledger = new InMemoryLedger(CommandFixtures.NEGOTIATION, now, PARTIES);
    }

    /** Starts a scenario with these commands recorded, in this order. */
    public static Scenario given(CommandEnvelope... logged) {
        return new Scenario(NOON).and(logged);
    }

    /** Starts a scenario at another instant. */
    public static Scenario startingAt(String instant) {
        return new Scenario(Instant.parse(instant));
    }

    public Scenario and(CommandEnvelope... logged) {
        Arrays.stream(logged).forEach(command -> ledger.log(resolved(command)));
        return this;
    }

    /** Records commands under earlier rules; they may be impossible under the present ones. */
    public Scenario givenUnderEarlierRules(CommandEnvelope... logged) {
        for (CommandEnvelope command : logged) {
            givenUnderEarlierRules(
                    command,
                    DomainCatalogue.row(command.command().getClass()).becomes().apply(command.command()));
        }
        return this;
    }

    /** Records a command under earlier rules as this event. */
    public Scenario givenUnderEarlierRules(CommandEnvelope command, Event event) {
        CommandEnvelope resolved = resolved(command);
        ledger.record(
                resolved,
                new Development(
                        event, resolved.occurred(), resolved.title(), resolved.evidence(), resolved.note(), List.of()));
        return this;
    }

    /** Sets the clock to a later instant. */
    public Scenario waitUntil(String instant) {
        ledger.waitUntil(Instant.parse(instant));
        return this;
    }

    public Outcome when(CommandEnvelope command) {
        CommandEnvelope resolved = resolved(command);
        List<LedgerEntry> entries = List.copyOf(ledger.trail());
        List<Occurrence> effective = List.copyOf(effective());
        Optional<MatterState> state = state();
        try {
            Development decided = ledger.decide(resolved);
            ledger.record(resolved, decided);
            return new Outcome(this, decided.event(), null);
        } catch (CommandRefusedException refused) {
            assertThat(ledger.trail()).isEqualTo(entries);
            assertThat(effective()).isEqualTo(effective);
            assertThat(state()).isEqualTo(state);
            return new Outcome(this, null, refused);
        }
    }

    private CommandEnvelope resolved(CommandEnvelope command) {
        MatterAddress address = command.command() instanceof EditorialCommand editorial
                ? ledger.matterOf(editorial.target()).orElse(command.matter())
                : command.matter();
        matter = address;
        return new CommandEnvelope(
                command.developmentId(),
                address,
                command.command(),
                command.occurred(),
                command.title(),
                command.evidence(),
                command.note(),
                command.embargo());
    }

    public InMemoryLedger ledger() {
        return ledger;
    }

    /** The history of the matter of the last command. */
    public RecordedHistory history() {
        assertThat(matter).isNotNull();
        return ledger.historyOf(matter);
    }

    /** The effective history of the matter of the last command. */
    public List<Occurrence> effective() {
        return history().effective();
    }

    public List<String> effectiveTypes() {
        List<String> types = new ArrayList<>();
        effective().forEach(occurrence -> types.add(occurrence.event().type()));
        return types;
    }

    public Optional<MatterState> state() {
        return history().state();
    }

    /** The state as of the end of a date, or as of an instant. */
    public Optional<MatterState> asOf(String date) {
        return history().state(Edtf.parse(date).end());
    }

    public <D extends MatterDetail> D detail(Class<D> type) {
        return type.cast(state().orElseThrow().detail());
    }

    public Standing standing(String entry) {
        return history().standing(CommandFixtures.id(entry));
    }

    /** Asserts the status of the matter of the last command. */
    public Scenario thenState(Enum<?> status) {
        assertThat(state()).map(MatterState::status).contains(status);
        return this;
    }

    private static Party party(String code, PartyKind kind) {
        return new Party(new PartyCode(code), code, kind);
    }

    /** The outcome of a command. */
    public record Outcome(
            Scenario story, @Nullable Event event, @Nullable CommandRefusedException refused) {

        /** Asserts that it was recorded as this event. */
        public Scenario then(Event expected) {
            thenRecorded();
            assertThat(event).isEqualTo(expected);
            return story;
        }

        /** Asserts that it was recorded and led to this status. */
        public Scenario thenState(Enum<?> status) {
            return thenRecorded().thenState(status);
        }

        public Scenario thenRecorded() {
            assertThat(refused).as("a refusal").isNull();
            return story;
        }

        /** Asserts that it was refused for this reason, without an effect. */
        public <R extends Refusal> R thenRefused(Class<R> kind) {
            assertThat(refused).as("a refusal in place of " + event).isNotNull();
            assertThat(refused.refusal()).isInstanceOf(kind);
            assertThat(refused.getMessage()).isNotBlank().doesNotContain("null");
            requireSpanish(refused.refusal());
            return kind.cast(refused.refusal());
        }

        /** Every refusal of every test reads in Spanish too; what is English in it would be a forgotten part. */
        private static void requireSpanish(Refusal refusal) {
            List<BilingualText> messages = new ArrayList<>(List.of(refusal.message()));
            if (refusal instanceof Refusal.Invalid invalid) {
                invalid.faults().forEach(fault -> messages.add(fault.message()));
            }
            if (refusal instanceof Refusal.UnknownParties unknown) {
                unknown.faults().forEach(fault -> messages.add(fault.message()));
            }
            assertThat(messages).allSatisfy(message -> assertThat(message.spanish())
                    .isNotBlank()
                    .isNotEqualTo(message.english())
                    .doesNotContainPattern("\\b(" + ENGLISH + ")\\b")
                    .doesNotContain("null", "  ", " de el ", " a el "));
        }
    }
}
