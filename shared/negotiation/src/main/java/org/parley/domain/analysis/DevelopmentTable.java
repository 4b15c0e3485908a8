package org.parley.domain.analysis;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.PartyRegister;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.party.PartyCode;
import org.parley.domain.state.EntrySentence;

/**
 * The effective developments of the matters of a negotiation as rows. One matter is held at a time, so that a table may
 * be longer than the memory.
 */
public final class DevelopmentTable {
    private final PartyRegister parties;
    private final Instant asOf;

    /**
     * A table as of an instant of valid time, inclusive.
     *
     * @param parties the parties of the negotiation, by whose names the sentences call them
     */
    public DevelopmentTable(PartyRegister parties, Instant asOf) {
        this.parties = parties;
        this.asOf = asOf;
    }

    /** Passes the rows of a matter to a consumer, in valid-time order. */
    public void forEach(RecordedHistory history, Consumer<DevelopmentRow> reader) {
        String title = history.state(asOf).map(MatterState::title).orElseGet(() -> history.title(asOf));
        EffectiveStep.forEach(history, asOf, step -> reader.accept(row(history, title, step)));
    }

    private DevelopmentRow row(RecordedHistory history, String title, EffectiveStep step) {
        Occurrence occurrence = step.occurrence();
        LedgerEntry recorded = history.entry(occurrence.developmentId()).orElseThrow();
        return new DevelopmentRow(
                recorded,
                title,
                step,
                asOf.isBefore(occurrence.certainFrom()),
                history.standing(occurrence.developmentId()),
                DevelopmentParties.of(occurrence.event()),
                DevelopmentAttributes.of(occurrence.event(), step.after()),
                EntrySentence.of(
                        new RowSentence(history, step),
                        new LedgerEntry(
                                recorded.developmentId(),
                                recorded.matter(),
                                recorded.position(),
                                recorded.recordedAt(),
                                recorded.editor(),
                                occurrence.development())));
    }

    /** What the sentence of a row needs. Its evidence already has the grade that applies. */
    private final class RowSentence implements EntrySentence.Context {
        private final RecordedHistory history;
        private final EffectiveStep step;

        RowSentence(RecordedHistory history, EffectiveStep step) {
            this.history = history;
            this.step = step;
        }

        @Override
        public String partyName(PartyCode code, Instant world) {
            return parties.name(code, world);
        }

        @Override
        public String admittedName(PartyCode code, String recorded, Instant world) {
            return parties.admittedName(code, recorded, world);
        }

        @Override
        public boolean isRenamed(PartyCode code, String name, Instant world) {
            return parties.isRenamed(code, name, world);
        }

        @Override
        public String title(MatterAddress matter, Instant world) {
            return history.title(world);
        }

        @Override
        public Optional<LedgerEntry> entry(MatterAddress matter, UUID id) {
            return history.entry(id);
        }

        @Override
        public Optional<MatterState> stateAfter(LedgerEntry entry) {
            return step.disregarded() ? Optional.empty() : Optional.ofNullable(step.after());
        }
    }
}
