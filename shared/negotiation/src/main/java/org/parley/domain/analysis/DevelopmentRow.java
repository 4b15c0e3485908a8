package org.parley.domain.analysis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.domain.coding.EventCodes;
import org.parley.domain.evidence.Evidence;
import org.parley.domain.evidence.Source;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.Standing;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.time.Edtf;

/**
 * An effective development as a row of the analysts' table, as of an instant of valid time.
 *
 * @param recorded its first recording, also where it was corrected
 * @param matterTitle the title of its matter as of that instant
 * @param step its effective content, between the states of its matter before and after it
 * @param possible whether it may not have happened yet at that instant
 * @param standing the standing of its first recording: {@link Standing#CORRECTED} where a correction applies
 * @param summary its effective content as an English sentence
 */
public record DevelopmentRow(
        LedgerEntry recorded,
        String matterTitle,
        EffectiveStep step,
        boolean possible,
        Standing standing,
        DevelopmentParties parties,
        DevelopmentAttributes attributes,
        String summary) {

    public MatterAddress matter() {
        return recorded.matter();
    }

    /** The type of the effective event: {@code CeasefireRejected}. */
    public String type() {
        return step.occurrence().event().type();
    }

    /** When it happened; null without a date. */
    public @Nullable Edtf occurred() {
        return step.occurrence().development().occurred();
    }

    /** The first instant at which it may have happened; null without a date. */
    public @Nullable Instant occurredStart() {
        return Optional.ofNullable(occurred()).map(Edtf::start).orElse(null);
    }

    /** The last instant at which it may have happened, inclusive; null without a date. */
    public @Nullable Instant occurredEnd() {
        return Optional.ofNullable(occurred()).map(Edtf::end).orElse(null);
    }

    public @Nullable DatePrecision precision() {
        return Optional.ofNullable(occurred()).map(DatePrecision::of).orElse(null);
    }

    /** Its sources, including those added later, and its grade; null without evidence. */
    public @Nullable Evidence evidence() {
        return step.occurrence().development().evidence();
    }

    public List<Source> sources() {
        return Optional.ofNullable(evidence()).map(Evidence::sources).orElse(List.of());
    }

    /** Its standard codes; empty for the newsroom's own acts. */
    public Optional<EventCodes> codes() {
        return EventCodes.of(type());
    }
}
