package org.parley.domain.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.domain.lifecycle.MatterType;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.negotiation.NegotiationDetail;
import org.parley.domain.negotiation.NegotiationEvent.NegotiationOpened;
import org.parley.domain.negotiation.NegotiationEvent.PartyAdmitted;
import org.parley.domain.party.Party;
import org.parley.domain.party.PartyCode;
import org.parley.domain.time.Timeline;

/**
 * The recorded entries of one matter in the order recorded, its effective history in valid-time order, and the state
 * that this folds into. {@link #record} costs one step of the fold for a development that is also the last in valid
 * time, none for an editorial event that leaves the content unchanged, and otherwise one step for each later
 * development.
 *
 * <p>Not thread-safe.
 */
public final class RecordedHistory {
    private final MatterAddress address;
    private final MatterType<?, ?, ?> type;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final Map<UUID, DevelopmentThread> threads = new LinkedHashMap<>();
    private final Map<UUID, UUID> firsts = new HashMap<>();

    private final EffectiveHistory effective;

    /** The effective occurrence of each development, as in the effective history. */
    private final Map<UUID, Occurrence> effectiveOccurrence = new HashMap<>();

    /** The effective occurrences that give the matter a title. */
    private final Map<UUID, Occurrence> titled = new HashMap<>();

    private @Nullable Timeline<String> titles;

    /** For a negotiation: every party that an admission ever named, as last recorded. */
    private final Map<PartyCode, AdmittedParty> admitted = new LinkedHashMap<>();

    /** The number of effective admissions of each party. */
    private final Map<PartyCode, Integer> admissions = new HashMap<>();

    public RecordedHistory(MatterAddress address) {
        this.address = address;
        this.type = DomainCatalogue.type(address.kind());
        this.effective = new EffectiveHistory(type, address);
    }

    /** The history of these entries, which must be in the order recorded. */
    public static RecordedHistory of(MatterAddress address, Iterable<LedgerEntry> entries) {
        RecordedHistory history = new RecordedHistory(address);
        entries.forEach(history::record);
        return history;
    }

    /**
     * A party without the name and role that its admissions gave it.
     *
     * @param party the party as last recorded
     * @param first when it was first recorded
     * @param last when it was last recorded
     */
    private record AdmittedParty(Party party, Instant first, Instant last) {
        static AdmittedParty of(Party party, LedgerEntry entry) {
            return new AdmittedParty(party, entry.recordedAt(), entry.recordedAt());
        }

        /** The same party after another admission, which may have been recorded earlier. */
        AdmittedParty and(AdmittedParty other) {
            boolean isEarlier = other.last.isBefore(last);
            return new AdmittedParty(
                    isEarlier ? party : other.party,
                    other.first.isBefore(first) ? other.first : first,
                    isEarlier ? last : other.last);
        }
    }

    /**
     * The effect of an entry.
     *
     * @param interval the interval of valid time that it affects
     * @param changesState whether a state may have changed; sources and grades change none
     */
    public record Effect(AffectedInterval interval, boolean changesState) {}

    /**
     * Appends the next recorded entry.
     *
     * @throws ImpossibleHistoryException if its target was never recorded
     */
    public Effect record(LedgerEntry entry) {
        entries.add(entry);
        Event content = entry.event() instanceof DevelopmentCorrected correction
                ? correction.replacement().event()
                : entry.event();
        if (content instanceof PartyAdmitted admission) {
            PartyCode code = admission.party();
            admitted.merge(
                    code,
                    AdmittedParty.of(new Party(code, code.text(), admission.partyKind()), entry),
                    AdmittedParty::and);
        }
        return entry.event() instanceof EditorialEvent editorial
                ? recordEditorial(entry, editorial)
                : recordDevelopment(entry);
    }

    private Effect recordDevelopment(LedgerEntry entry) {
        UUID id = entry.developmentId();
        DevelopmentThread account = DevelopmentThread.of(entry);
        threads.put(id, account);
        firsts.put(id, id);
        updateEffective(id, account);
        return new Effect(AffectedInterval.of(entry), true);
    }

    private Effect recordEditorial(LedgerEntry entry, EditorialEvent editorial) {
        UUID first = firsts.get(editorial.target());
        DevelopmentThread account = first == null ? null : threads.get(first);
        if (first == null || account == null) {
            throw new ImpossibleHistoryException(
                    address, entry.developmentId(), "refers to " + editorial.target() + ", which is not recorded");
        }
        Occurrence before = effectiveOccurrence.get(first);
        account.add(entry);
        firsts.put(entry.developmentId(), first);
        boolean changed = updateEffective(first, account);
        return new Effect(AffectedInterval.of(account.first(), before, effectiveOccurrence.get(first)), changed);
    }

    /** Updates the effective history for one development. Returns whether a state may have changed. */
    private boolean updateEffective(UUID first, DevelopmentThread account) {
        Occurrence before = effectiveOccurrence.remove(first);
        Occurrence after = account.occurrence().orElse(null);
        if (after != null) {
            effectiveOccurrence.put(first, after);
        }
        updateTitle(first, after);
        countAdmission(before, -1);
        countAdmission(after, 1);
        return effective.replace(before, after);
    }

    private void countAdmission(@Nullable Occurrence occurrence, int more) {
        if (occurrence != null && occurrence.event() instanceof PartyAdmitted admission) {
            admissions.merge(admission.party(), more, Integer::sum);
        }
    }

    private void updateTitle(UUID first, @Nullable Occurrence after) {
        Occurrence before = titled.remove(first);
        if (after != null && after.development().title() != null) {
            titled.put(first, after);
        }
        if (before != null || titled.containsKey(first)) {
            titles = null;
        }
    }

    public MatterAddress address() {
        return address;
    }

    public MatterType<?, ?, ?> type() {
        return type;
    }

    /**
     * The title of the matter at an instant in valid time: the last one given by then, or else the first one; the slug
     * if there is none.
     */
    public String title(Instant world) {
        Timeline<String> known = titles;
        if (known == null) {
            known = Timeline.of(
                    titled.values().stream()
                            .map(each -> new Timeline.Given<>(
                                    each.recordedAt(),
                                    each.position(),
                                    each.development().occurred() == null ? null : each.start(),
                                    Objects.requireNonNull(each.development().title())))
                            .toList(),
                    beginning());
            titles = known;
        }
        return known.at(world).orElse(address.slug());
    }

    /** The start of developments without a date: the opening of a negotiation, or else before everything. */
    Instant beginning() {
        return effective.beginning();
    }

    /** The effective occurrence of every effective development, in no particular order. */
    Collection<Occurrence> effectiveOccurrence() {
        return effectiveOccurrence.values();
    }

    /** Everything recorded, in the order recorded. */
    public List<LedgerEntry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** The version of the matter: the number of its recorded events. */
    public int version() {
        return entries.size();
    }

    /** The position of the last recorded event; 0 if there is none. */
    public long lastPosition() {
        return entries.isEmpty() ? 0 : entries.getLast().position();
    }

    /** The effective history, in valid-time order. */
    public List<Occurrence> effective() {
        effective.state();
        return effective.occurrences();
    }

    /** The effective history with its fold. */
    public EffectiveHistory effectiveHistory() {
        return effective;
    }

    /** The current state, after all effective developments whatever their date; empty if there are none. */
    public Optional<MatterState> state() {
        return listed(effective.state());
    }

    /** The state as of an instant in valid time, inclusive; empty if nothing had occurred by then. */
    public Optional<MatterState> state(Instant asOf) {
        return listed(effective.stateAfter(effective.countStartedBy(asOf)));
    }

    /**
     * Adds the parties without an effective admission to a negotiation's state: a correction or retraction of an
     * admission does not undo that the party exists and acted. Such a party has its code as its name, and no role.
     */
    private Optional<MatterState> listed(@Nullable MatterState state) {
        List<Party> unnamed = admitted.values().stream()
                .filter(party -> admissions.getOrDefault(party.party().code(), 0) == 0)
                .sorted(Comparator.comparing(AdmittedParty::first))
                .map(AdmittedParty::party)
                .toList();
        if (state == null || unnamed.isEmpty()) {
            return Optional.ofNullable(state);
        }
        return Optional.of(state.with(((NegotiationDetail) state.detail()).withParties(unnamed)));
    }

    /**
     * Snapshots of the effective history after an instant in valid time; none at its end.
     *
     * @param apart the least number of developments between two of them
     * @param most the greatest number of snapshots
     */
    public List<MatterSnapshot> snapshots(Instant above, int apart, int most) {
        List<Occurrence> all = effective();
        if (entries.isEmpty() || address.kind() == MatterKind.NEGOTIATION) {
            return List.of();
        }
        int from = effective.countStartedBy(above);
        int step = Math.max(apart, (all.size() - from) / (most + 1));
        List<Integer> counts = new ArrayList<>();
        int next = from + step;
        while (next + 1 < all.size() && counts.size() < most) {
            if (all.get(next + 1).start().isAfter(all.get(next).start())) {
                counts.add(next + 1);
                next += step;
            } else {
                next++;
            }
        }
        List<@Nullable MatterState> states = effective.statesAfter(counts);
        List<MatterSnapshot> snapshots = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            snapshots.add(new MatterSnapshot(
                    lastPosition(), all.get(counts.get(i) - 1).start(), states.get(i)));
        }
        return snapshots;
    }

    /** The state after the development of an entry; empty if it is not effective, is disregarded, or was corrected. */
    public Optional<MatterState> stateAfter(LedgerEntry entry) {
        return effectiveOccurrence(entry.developmentId())
                .filter(occurrence -> occurrence.event().equals(entry.event()))
                .filter(occurrence -> !effective.isDisregarded(occurrence))
                .map(occurrence -> effective.stateAfter(effective.indexOf(occurrence) + 1));
    }

    /** The effective occurrence of a development with its start in this history; empty if it is not effective. */
    public Optional<Occurrence> effectiveOccurrence(UUID development) {
        return Optional.ofNullable(effectiveOccurrence.get(development)).map(effective::placed);
    }

    /** The standing of an entry, which must belong to this matter. */
    public Standing standing(UUID entry) {
        return thread(entry).orElseThrow().standing(entry);
    }

    /** The embargo on an entry; empty if there is none. */
    public Optional<ActiveEmbargo> embargo(UUID entry) {
        return thread(entry).flatMap(account -> account.embargo(entry));
    }

    /**
     * Whether an effective development changes no state, because it was accepted under earlier rules and is impossible
     * under the present ones.
     */
    public boolean isDisregarded(UUID development) {
        Occurrence occurrence = effectiveOccurrence.get(development);
        return occurrence != null && effective.isDisregarded(occurrence);
    }

    /** The history as known once an entry was recorded, that entry and the rest of its group included. */
    public RecordedHistory knownThrough(LedgerEntry last) {
        int end = 0;
        while (end < entries.size()
                && (entries.get(end).position() <= last.position()
                        || entries.get(end - 1).continued())) {
            end++;
        }
        return of(address, entries.subList(0, end));
    }

    /** The unresolved disputes about an entry of this matter, in the order recorded. */
    public List<UUID> openDisputes(UUID entry) {
        return thread(entry).orElseThrow().openDisputes(entry).stream()
                .map(LedgerEntry::developmentId)
                .toList();
    }

    /** Whether an entry of this matter is disputed, even if its standing is another one. */
    public boolean isDisputed(UUID entry) {
        return thread(entry).orElseThrow().isShownAsDisputed(entry);
    }

    /** The development that an entry records or, through any chain of targets, refers to. */
    public Optional<UUID> developmentOf(UUID entry) {
        return Optional.ofNullable(firsts.get(entry));
    }

    /** The entry with this id; empty if it does not belong to this matter. */
    public Optional<LedgerEntry> entry(UUID id) {
        return thread(id).flatMap(account -> account.entry(id));
    }

    /** The effective correction of the development that an entry records or refers to; empty if there is none. */
    public Optional<UUID> correctionOf(UUID entry) {
        return thread(entry).flatMap(DevelopmentThread::correction).map(LedgerEntry::developmentId);
    }

    /** The threads of all developments, in the order in which they were first recorded. */
    public Collection<DevelopmentThread> threads() {
        return Collections.unmodifiableCollection(threads.values());
    }

    public Optional<DevelopmentThread> thread(UUID entry) {
        return Optional.ofNullable(firsts.get(entry)).map(threads::get);
    }

    /** Developments of one matter in valid-time order. */
    public static List<Occurrence> inValidTimeOrder(Collection<Occurrence> occurrences) {
        Instant beginning = occurrences.stream()
                .filter(occurrence -> occurrence.event() instanceof NegotiationOpened)
                .map(Occurrence::start)
                .findFirst()
                .orElse(Instant.MIN);
        List<Occurrence> ordered = new ArrayList<>(occurrences.size());
        occurrences.forEach(occurrence -> ordered.add(occurrence.withMatterStart(beginning)));
        ordered.sort(Occurrence.VALID_TIME_ORDER);
        return ordered;
    }

    /** The steps taken so far by folds and retractions; a test bounds them. */
    long steps() {
        return effective.steps()
                + threads.values().stream().mapToLong(DevelopmentThread::steps).sum();
    }
}
