package org.parley.archive.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.editorial.EditorialEvent.DevelopmentRetracted;
import org.parley.evidence.Evidence;
import org.parley.evidence.Grade;
import org.parley.evidence.Source;
import org.parley.history.Account;
import org.parley.history.Entry;
import org.parley.history.RetractionChain;
import org.parley.history.Standing;
import org.parley.history.StandingEmbargo;
import org.parley.time.Edtf;

/**
 * What the newsroom holds of an entry at some point of its trail.
 *
 * @param disputed whether it is disputed, however it stands otherwise
 * @param held whether it is under embargo, however it stands otherwise
 * @param heldUntil the date given for the embargo's end; null when it is under none or none was given
 * @param correctedBy the correction that counts in its place; told of a development only, since for a correction that counts
 *     no longer it is the same one
 * @param evidence its sources and grade, the desk's additions among them, as JSON
 * @param chain of a retraction below the top of its chain, which stands or falls with the top; null otherwise
 */
record Held(
        Standing standing,
        boolean disputed,
        boolean held,
        @Nullable String heldUntil,
        @Nullable UUID correctedBy,
        @Nullable String evidence,
        @Nullable RetractionChain chain) {
    /** So many of the sources that the desk added to an entry are told, the last ones. */
    private static final int SOURCES_ADDED_MAX = Evidence.SOURCES_MAX;

    /** What is held of an entry of an account, after all that is in the account. */
    static Held of(Account account, UUID id) {
        Optional<StandingEmbargo> embargo = account.embargo(id);
        boolean isFirst = id.equals(account.first().developmentId());
        Entry entry = account.entry(id).orElseThrow();
        return new Held(
                account.standing(id),
                account.showsDisputed(id),
                embargo.isPresent(),
                embargo.map(StandingEmbargo::until).map(Edtf::text).orElse(null),
                isFirst ? account.correction().map(Entry::developmentId).orElse(null) : null,
                evidence(account, entry),
                entry.event() instanceof DevelopmentRetracted ? chain(account, id) : null);
    }

    private static @Nullable RetractionChain chain(Account account, UUID retraction) {
        RetractionChain chain = account.chain(retraction);
        return chain.top().equals(retraction) ? null : chain;
    }

    /** Sources and grade as recorded, and those that the desk gave to this very entry since. */
    private static @Nullable String evidence(Account account, Entry entry) {
        Evidence recorded = recorded(entry);
        List<Source> sources = new ArrayList<>(recorded == null ? List.of() : recorded.sources());
        sources.addAll(account.sourcesAddedTo(entry.developmentId(), SOURCES_ADDED_MAX));
        Grade grade = account.gradeGivenTo(entry.developmentId())
                .orElse(recorded == null ? Grade.CANNOT_BE_JUDGED : recorded.grade());
        return sources.isEmpty() ? null : Json.MAPPER.writeValueAsString(new Believed(sources, grade));
    }

    /** {@link Evidence} without its limit: what was added to an entry and to its correction are counted apart. */
    private record Believed(List<Source> sources, Grade grade) {}

    /** The evidence that an entry was recorded with; a correction's is that of its replacement. */
    static @Nullable Evidence recorded(Entry entry) {
        Evidence replacement = entry.event() instanceof DevelopmentCorrected correction
                ? correction.replacement().evidence()
                : null;
        return replacement == null ? entry.development().evidence() : replacement;
    }
}
