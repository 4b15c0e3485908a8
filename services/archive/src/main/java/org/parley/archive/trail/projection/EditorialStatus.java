package org.parley.archive.trail.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.domain.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.domain.editorial.EditorialEvent.DevelopmentRetracted;
import org.parley.domain.evidence.Evidence;
import org.parley.domain.evidence.Grade;
import org.parley.domain.evidence.Source;
import org.parley.domain.history.ActiveEmbargo;
import org.parley.domain.history.DevelopmentThread;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RetractionChain;
import org.parley.domain.history.Standing;
import org.parley.domain.time.Edtf;

/**
 * The editorial status of an entry at some position of its trail.
 *
 * @param disputed whether a dispute about it is open, whatever its standing
 * @param held whether it is under embargo, whatever its standing
 * @param heldUntil the date at which the embargo ends (EDTF); null without an embargo or without a date
 * @param correctedBy the effective correction. Set only for a development: every superseded correction has the same one
 * @param evidence its sources and grade, including those that editors added, as JSON; null without sources
 * @param chain set for a retraction below the top of a retraction chain, whose standing follows from that of the top;
 *     null for all others
 */
record EditorialStatus(
        Standing standing,
        boolean disputed,
        boolean held,
        @Nullable String heldUntil,
        @Nullable UUID correctedBy,
        @Nullable String evidence,
        @Nullable RetractionChain chain) {
    /** How many of the sources added to an entry are included: the last ones. */
    private static final int SOURCES_ADDED_MAX = Evidence.SOURCES_MAX;

    /** The status of an entry of a thread, after all entries of the thread. */
    static EditorialStatus of(DevelopmentThread thread, UUID id) {
        Optional<ActiveEmbargo> embargo = thread.embargo(id);
        boolean isFirst = id.equals(thread.first().developmentId());
        LedgerEntry entry = thread.entry(id).orElseThrow();
        return new EditorialStatus(
                thread.standing(id),
                thread.isShownAsDisputed(id),
                embargo.isPresent(),
                embargo.map(ActiveEmbargo::until).map(Edtf::text).orElse(null),
                isFirst ? thread.correction().map(LedgerEntry::developmentId).orElse(null) : null,
                evidence(thread, entry),
                entry.event() instanceof DevelopmentRetracted ? chain(thread, id) : null);
    }

    private static @Nullable RetractionChain chain(DevelopmentThread thread, UUID retraction) {
        RetractionChain chain = thread.retractionChain(retraction);
        return chain.top().equals(retraction) ? null : chain;
    }

    /** Sources and grade as recorded, with the sources added and the grade given to this entry since. */
    private static @Nullable String evidence(DevelopmentThread thread, LedgerEntry entry) {
        Evidence recorded = recorded(entry);
        List<Source> sources = new ArrayList<>(recorded == null ? List.of() : recorded.sources());
        sources.addAll(thread.sourcesAddedTo(entry.developmentId(), SOURCES_ADDED_MAX));
        Grade grade = thread.gradeGivenTo(entry.developmentId())
                .orElse(recorded == null ? Grade.CANNOT_BE_JUDGED : recorded.grade());
        return sources.isEmpty() ? null : Json.MAPPER.writeValueAsString(new UnlimitedEvidence(sources, grade));
    }

    /**
     * {@link Evidence} without its limit: the sources added to an entry and to its correction are limited separately.
     */
    private record UnlimitedEvidence(List<Source> sources, Grade grade) {}

    /** The evidence that an entry was recorded with; for a correction that of its replacement. */
    static @Nullable Evidence recorded(LedgerEntry entry) {
        Evidence replacement = entry.event() instanceof DevelopmentCorrected correction
                ? correction.replacement().evidence()
                : null;
        return replacement == null ? entry.development().evidence() : replacement;
    }
}
