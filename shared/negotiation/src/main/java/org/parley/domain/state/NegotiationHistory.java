package org.parley.domain.state;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.evidence.Grade;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.PartyRegister;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterState;
import org.parley.domain.party.PartyCode;

/**
 * The recorded history of a negotiation, matter by matter, and its state. What was known at an earlier instant is the
 * history of the entries recorded by then, a prefix of the trail.
 *
 * <p>Not thread-safe.
 */
public final class NegotiationHistory implements EntrySentence.Context {
    private static final Comparator<MatterAddress> BY_KIND_AND_SLUG =
            Comparator.comparing(MatterAddress::kind).thenComparing(MatterAddress::slug);

    private final String negotiation;
    private final Map<MatterAddress, RecordedHistory> matters = new TreeMap<>(BY_KIND_AND_SLUG);
    private @Nullable PartyRegister parties;
    private long lastPosition;
    private Instant latest = Instant.MIN;

    public NegotiationHistory(String negotiation) {
        this.negotiation = negotiation;
    }

    /** The history of these entries, which must be a prefix of the negotiation's trail. */
    public static NegotiationHistory of(String negotiation, Iterable<LedgerEntry> entries) {
        NegotiationHistory history = new NegotiationHistory(negotiation);
        entries.forEach(history::record);
        return history;
    }

    /**
     * Appends the next entry of the trail.
     *
     * @throws IllegalArgumentException if it is not the next one
     */
    public void record(LedgerEntry entry) {
        if (entry.position() != lastPosition + 1
                || !entry.matter().negotiation().equals(negotiation)) {
            throw new IllegalArgumentException(entry.matter() + " position " + entry.position()
                    + " does not follow position " + lastPosition + " of " + negotiation);
        }
        Instant reached = matters.computeIfAbsent(entry.matter(), RecordedHistory::new)
                .record(entry)
                .interval()
                .to();
        latest = later(later(latest, reached), entry.recordedAt());
        if (entry.matter().kind() == MatterKind.NEGOTIATION) {
            parties = null;
        }
        lastPosition = entry.position();
    }

    @Override
    public String partyName(PartyCode code, Instant world) {
        return parties().name(code, world);
    }

    @Override
    public String admittedName(PartyCode code, String recorded, Instant world) {
        return parties().admittedName(code, recorded, world);
    }

    @Override
    public boolean isRenamed(PartyCode code, String name, Instant world) {
        return parties().isRenamed(code, name, world);
    }

    @Override
    public String title(MatterAddress address, Instant world) {
        return matter(address).map(history -> history.title(world)).orElse(address.slug());
    }

    @Override
    public Optional<Grade> grade(LedgerEntry entry) {
        UUID id = entry.developmentId();
        return matter(entry.matter()).flatMap(history -> history.thread(id)).flatMap(thread -> thread.gradeGivenTo(id));
    }

    /** The parties, as recorded so far. */
    public PartyRegister parties() {
        PartyRegister known = parties;
        if (known == null) {
            known = matter(MatterAddress.ofNegotiation(negotiation))
                    .map(PartyRegister::of)
                    .orElse(PartyRegister.EMPTY);
            parties = known;
        }
        return known;
    }

    @Override
    public Optional<LedgerEntry> entry(MatterAddress address, UUID id) {
        return matter(address).flatMap(history -> history.entry(id));
    }

    @Override
    public Optional<MatterState> stateAfter(LedgerEntry entry) {
        return matter(entry.matter()).flatMap(history -> history.stateAfter(entry));
    }

    /** The position of the last entry; 0 if there is none. */
    public long lastPosition() {
        return lastPosition;
    }

    public Optional<RecordedHistory> matter(MatterAddress address) {
        return Optional.ofNullable(matters.get(address));
    }

    /** The histories of all matters by kind and slug, including the negotiation itself. */
    public Collection<RecordedHistory> matters() {
        return Collections.unmodifiableCollection(matters.values());
    }

    /**
     * The {@code asOf} instant for "now", which includes everything recorded. It is later than the clock if a recorded
     * day has begun only further east, or if an entry was recorded by a clock that is ahead.
     *
     * @param clock the present instant (UTC)
     */
    public Instant now(Instant clock) {
        return later(clock, latest);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * The state of the negotiation as of an instant in valid time.
     *
     * @param asOf the instant in valid time, inclusive
     * @param knownAt the instant in transaction time at which this history ends
     */
    public NegotiationState state(Instant asOf, Instant knownAt) {
        List<MatterState> states = matters.values().stream()
                .flatMap(history -> history.state(asOf).stream())
                .toList();
        return NegotiationState.of(negotiation, states, asOf, knownAt, lastPosition);
    }
}
