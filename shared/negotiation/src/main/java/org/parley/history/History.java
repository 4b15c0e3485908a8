package org.parley.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.catalogue.Catalogue;
import org.parley.editorial.EditorialEvent;
import org.parley.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.matter.Event;
import org.parley.matter.Kind;
import org.parley.matter.MatterAddress;
import org.parley.matter.MatterState;
import org.parley.matter.MatterType;
import org.parley.matter.Occurrence;
import org.parley.party.Party;
import org.parley.party.PartyCode;
import org.parley.process.ProcessDetail;
import org.parley.process.ProcessEvent.NegotiationOpened;
import org.parley.process.ProcessEvent.PartyAdmitted;
import org.parley.process.ProcessEvent.PartyWithdrew;
import org.parley.time.Timeline;

/**
 * What was recorded of one matter, in the order recorded, and what of it holds: its effective history in the world's
 * order, and the state that this folds into. A development that comes last in the world too costs one step of the fold, a
 * note that tells nothing else of what happened costs none, and anything else what comes after it in the world.
 *
 * <p>Grows by {@link #record}; not safe for use by several threads.
 */
public final class History {
    private final MatterAddress address;
    private final MatterType<?, ?, ?> type;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<UUID, Account> accounts = new LinkedHashMap<>();
    private final Map<UUID, UUID> firsts = new HashMap<>();

    private final EffectiveHistory effective;

    /** What holds of each development that does, as put into the effective history. */
    private final Map<UUID, Occurrence> holding = new HashMap<>();

    /** What holds of the developments that give the matter a title. */
    private final Map<UUID, Occurrence> titled = new HashMap<>();

    private @Nullable Timeline<String> titles;

    /** Of a negotiation: every party that an admission ever named, as it was recorded last. */
    private final Map<PartyCode, Party> admitted = new LinkedHashMap<>();

    /** How many admissions of each party hold. */
    private final Map<PartyCode, Integer> admissions = new HashMap<>();

    public History(MatterAddress address) {
        this.address = address;
        this.type = Catalogue.type(address.kind());
        this.effective = new EffectiveHistory(type, address);
    }

    /** The history of these entries, which must be in the order recorded. */
    public static History of(MatterAddress address, Iterable<Entry> entries) {
        History history = new History(address);
        entries.forEach(history::record);
        return history;
    }

    /**
     * What an entry changes.
     *
     * @param reach where in the world it makes a difference
     * @param changesState whether a state may be another since; a source or a grade changes none
     */
    public record Effect(Reach reach, boolean changesState) {}

    /**
     * Takes in what was recorded next.
     *
     * @throws ImpossibleHistory when it speaks of something that was never recorded
     */
    public Effect record(Entry entry) {
        entries.add(entry);
        Event content = entry.event() instanceof DevelopmentCorrected correction
                ? correction.replacement().event()
                : entry.event();
        if (content instanceof PartyAdmitted admission) {
            PartyCode code = admission.party();
            admitted.put(code, new Party(code, code.text(), admission.partyKind(), null, false));
        }
        return entry.event() instanceof EditorialEvent editorial ? said(entry, editorial) : told(entry);
    }

    private Effect told(Entry entry) {
        UUID id = entry.developmentId();
        Account account = Account.of(entry);
        accounts.put(id, account);
        firsts.put(id, id);
        hold(id, account);
        return new Effect(Reach.of(entry), true);
    }

    private Effect said(Entry entry, EditorialEvent editorial) {
        UUID first = firsts.get(editorial.target());
        Account account = first == null ? null : accounts.get(first);
        if (first == null || account == null) {
            throw new ImpossibleHistory(
                    address, entry.developmentId(), "speaks of " + editorial.target() + ", which is not recorded");
        }
        Occurrence before = holding.get(first);
        account.add(entry);
        firsts.put(entry.developmentId(), first);
        boolean changed = hold(first, account);
        return new Effect(Reach.of(account.first(), before, holding.get(first)), changed);
    }

    /** Puts what now holds of a development into the effective history; tells whether a state may be another since. */
    private boolean hold(UUID first, Account account) {
        Occurrence before = holding.remove(first);
        Occurrence after = account.occurrence().orElse(null);
        if (after != null) {
            holding.put(first, after);
        }
        entitle(first, after);
        countAdmission(before, -1);
        countAdmission(after, 1);
        return effective.change(before, after);
    }

    private void countAdmission(@Nullable Occurrence occurrence, int more) {
        if (occurrence != null && occurrence.event() instanceof PartyAdmitted admission) {
            admissions.merge(admission.party(), more, Integer::sum);
        }
    }

    private void entitle(UUID first, @Nullable Occurrence after) {
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
     * How the matter was called at an instant of the world's time, by what holds: the last title given by then, the first one
     * before that; its slug where there is none.
     */
    public String title(Instant world) {
        Timeline<String> known = titles;
        if (known == null) {
            known = Timeline.of(
                    titled.values().stream()
                            .map(each -> new Timeline.Given<>(
                                    each.position(),
                                    each.development().occurred() == null ? null : each.start(),
                                    Objects.requireNonNull(each.development().title())))
                            .toList(),
                    beginning());
            titles = known;
        }
        return known.at(world).orElse(address.slug());
    }

    /** Where what has no date stands: with the opening of a negotiation, else before everything. */
    Instant beginning() {
        return effective.beginning();
    }

    /** What holds of every development that does, in no particular order. */
    Collection<Occurrence> holding() {
        return holding.values();
    }

    /** Everything recorded, in the order recorded. */
    public List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** How many events were recorded of the matter: its version. */
    public int version() {
        return entries.size();
    }

    /** The position of the event recorded last; 0 when there is none. */
    public long lastPosition() {
        return entries.isEmpty() ? 0 : entries.getLast().position();
    }

    /** What holds now, in the world's order. */
    public List<Occurrence> effective() {
        effective.state();
        return effective.occurrences();
    }

    /** The same, to be folded. */
    EffectiveHistory effectiveHistory() {
        return effective;
    }

    /** The state now: after everything that holds, whatever its date; empty when nothing does. */
    public Optional<MatterState> state() {
        return listed(effective.state(), Instant.MAX);
    }

    /** The state as of an instant of the world's time, inclusive; empty when nothing had occurred by then. */
    public Optional<MatterState> state(Instant asOf) {
        return listed(effective.stateAfter(effective.begunBy(asOf)), asOf);
    }

    /**
     * A negotiation's state with every party that was admitted but has no admission that holds: a correction or retraction
     * does not undo that it exists, and what it did stays recorded. It is called by its code and has no role.
     */
    private Optional<MatterState> listed(@Nullable MatterState state, Instant asOf) {
        List<Party> unnamed = admitted.values().stream()
                .filter(party -> admissions.getOrDefault(party.code(), 0) == 0)
                .map(party -> hasWithdrawn(party.code(), asOf)
                        ? new Party(party.code(), party.name(), party.kind(), null, true)
                        : party)
                .toList();
        if (state == null || unnamed.isEmpty()) {
            return Optional.ofNullable(state);
        }
        return Optional.of(state.with(((ProcessDetail) state.detail()).listing(unnamed)));
    }

    private boolean hasWithdrawn(PartyCode party, Instant asOf) {
        return effective.occurrences().stream()
                .filter(occurrence -> !occurrence.start().isAfter(asOf))
                .anyMatch(occurrence -> occurrence.event() instanceof PartyWithdrew withdrew
                        && withdrew.party().equals(party));
    }

    /**
     * Milestones along what holds now, as far apart as asked for, above an instant of the world's time; none at the end.
     *
     * @param apart how many developments lie between them at least
     * @param most how many there are at most
     */
    public List<Milestone> milestones(Instant above, int apart, int most) {
        List<Occurrence> all = effective();
        if (entries.isEmpty() || address.kind() == Kind.NEGOTIATION) {
            return List.of();
        }
        int from = effective.begunBy(above);
        int step = Math.max(apart, (all.size() - from) / (most + 1));
        List<Milestone> milestones = new ArrayList<>();
        int next = from + step;
        while (next + 1 < all.size() && milestones.size() < most) {
            Occurrence occurrence = all.get(next);
            if (all.get(next + 1).start().isAfter(occurrence.start())) {
                milestones.add(new Milestone(lastPosition(), occurrence.start(), effective.stateAfter(next + 1)));
                next += step;
            } else {
                next++;
            }
        }
        return milestones;
    }

    /** The state after what an entry tells; empty when it does not hold, is disregarded, or something else holds instead. */
    public Optional<MatterState> stateAfter(Entry entry) {
        return holding(entry.developmentId())
                .filter(occurrence -> occurrence.event().equals(entry.event()))
                .filter(occurrence -> !effective.isDisregarded(occurrence))
                .map(occurrence -> effective.stateAfter(effective.indexOf(occurrence) + 1));
    }

    /** What holds of a development, where it stands in the world's order; empty when it does not hold. */
    Optional<Occurrence> holding(UUID development) {
        return Optional.ofNullable(holding.get(development)).map(effective::placed);
    }

    /** How an entry stands; it must be one of this matter. */
    public Standing standing(UUID entry) {
        return account(entry).orElseThrow().standing(entry);
    }

    /** The embargo that an entry is under; empty when it is under none. */
    public Optional<StandingEmbargo> embargo(UUID entry) {
        return account(entry).flatMap(account -> account.embargo(entry));
    }

    /**
     * Whether what holds of a development changes no state: it was accepted under earlier rules, and by the present ones it is not
     * possible where it stands.
     */
    public boolean isDisregarded(UUID development) {
        Occurrence occurrence = holding.get(development);
        return occurrence != null && effective.isDisregarded(occurrence);
    }

    /** The history as it was known when one of its entries had been recorded. */
    History knownThrough(Entry last) {
        return of(address, entries.stream().filter(entry -> entry.position() <= last.position())::iterator);
    }

    /** The disputes about an entry that are still to be resolved, in the order recorded; it must be one of this matter. */
    public List<UUID> openDisputes(UUID entry) {
        return account(entry).orElseThrow().openDisputes(entry).stream()
                .map(Entry::developmentId)
                .toList();
    }

    /** Whether an entry is disputed, whatever else is said of it; it must be one of this matter. */
    public boolean isDisputed(UUID entry) {
        return account(entry).orElseThrow().showsDisputed(entry);
    }

    /** The development that an entry is, or finally speaks of. */
    public Optional<UUID> firstOf(UUID entry) {
        return Optional.ofNullable(firsts.get(entry));
    }

    /** What was recorded under an id, if it belongs to this matter. */
    public Optional<Entry> entry(UUID id) {
        return account(id).flatMap(account -> account.entry(id));
    }

    /** The correction that counts for the development that an entry is or speaks of, if one does. */
    public Optional<UUID> correctionOf(UUID entry) {
        return account(entry).flatMap(Account::correction).map(Entry::developmentId);
    }

    /** What was said of each development, in the order in which they were first recorded. */
    public Collection<Account> accounts() {
        return Collections.unmodifiableCollection(accounts.values());
    }

    Optional<Account> account(UUID entry) {
        return Optional.ofNullable(firsts.get(entry)).map(accounts::get);
    }

    /** Developments of one matter in the world's order. */
    static List<Occurrence> inWorldOrder(Collection<Occurrence> occurrences) {
        Instant beginning = occurrences.stream()
                .filter(occurrence -> occurrence.event() instanceof NegotiationOpened)
                .map(Occurrence::start)
                .findFirst()
                .orElse(Instant.MIN);
        List<Occurrence> ordered = new ArrayList<>(occurrences.size());
        occurrences.forEach(occurrence -> ordered.add(occurrence.inMatterBegun(beginning)));
        ordered.sort(Occurrence.WORLD_ORDER);
        return ordered;
    }

    /** How many steps folding it, and finding out what is retracted, have taken so far. */
    long steps() {
        return effective.steps()
                + accounts.values().stream().mapToLong(Account::steps).sum();
    }
}
