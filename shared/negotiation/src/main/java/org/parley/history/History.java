package org.parley.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.catalogue.Catalogue;
import org.parley.editorial.EditorialEvent;
import org.parley.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.editorial.EditorialEvent.DevelopmentHeld;
import org.parley.matter.Kind;
import org.parley.matter.MatterAddress;
import org.parley.matter.MatterState;
import org.parley.matter.MatterType;
import org.parley.matter.Occurrence;
import org.parley.process.ProcessEvent.NegotiationOpened;

/**
 * What was recorded of one matter, in the order recorded, and what of it holds: its effective history in the world's
 * order, and the state that this folds into. A development that comes last in the world too costs no refold.
 *
 * <p>Grows by {@link #record}; not safe for use by several threads.
 */
public final class History {
    private final MatterAddress address;
    private final MatterType<?, ?, ?> type;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<UUID, Account> accounts = new LinkedHashMap<>();
    private final Map<UUID, UUID> firsts = new HashMap<>();

    /** The effective history and its state while no embargo ends by the clock; null when it must be made anew. */
    private @Nullable List<Occurrence> effective = new ArrayList<>();

    private @Nullable MatterState state;
    private final NavigableSet<Instant> embargoEnds = new TreeSet<>();
    private String title;

    public History(MatterAddress address) {
        this.address = address;
        this.type = Catalogue.type(address.kind());
        this.title = address.slug();
    }

    /** The history of these entries, which must be in the order recorded. */
    public static History of(MatterAddress address, Iterable<Entry> entries) {
        History history = new History(address);
        entries.forEach(history::record);
        return history;
    }

    /**
     * Takes in what was recorded next.
     *
     * @throws ImpossibleHistory when it speaks of something that was never recorded
     */
    public void record(Entry entry) {
        entries.add(entry);
        title = titleGivenBy(entry);
        if (entry.event() instanceof EditorialEvent editorial) {
            UUID first = firsts.get(editorial.target());
            Account account = first == null ? null : accounts.get(first);
            if (first == null || account == null) {
                throw new ImpossibleHistory(
                        address, entry.developmentId(), "speaks of " + editorial.target() + ", which is not recorded");
            }
            account.add(entry);
            firsts.put(entry.developmentId(), first);
            if (editorial instanceof DevelopmentHeld held && held.until() != null) {
                embargoEnds.add(held.until().start());
            }
            effective = null;
        } else {
            Account account = Account.of(entry);
            accounts.put(entry.developmentId(), account);
            firsts.put(entry.developmentId(), entry.developmentId());
            account.occurrence(entry.recordedAt()).ifPresent(this::append);
        }
    }

    private String titleGivenBy(Entry entry) {
        String given = entry.event() instanceof DevelopmentCorrected correction
                ? correction.replacement().title()
                : entry.development().title();
        return given == null ? title : given;
    }

    private void append(Occurrence recorded) {
        List<Occurrence> soFar = effective;
        if (soFar == null) {
            return;
        }
        Occurrence next =
                soFar.isEmpty() ? recorded : recorded.inMatterBegun(soFar.get(0).start());
        if (!soFar.isEmpty() && Occurrence.WORLD_ORDER.compare(soFar.get(soFar.size() - 1), next) > 0) {
            effective = null;
            return;
        }
        state = type.apply(address, state, next).orElseThrow(() -> impossible(next));
        soFar.add(next);
    }

    public MatterAddress address() {
        return address;
    }

    public MatterType<?, ?, ?> type() {
        return type;
    }

    /** How the matter was last called, whatever holds of what called it so; its slug while it has no title. */
    public String title() {
        return title;
    }

    /** Everything recorded, in the order recorded. */
    public List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** How many events were recorded of the matter: its version. */
    public int version() {
        return entries.size();
    }

    /**
     * What holds now, in the world's order.
     *
     * @param desk the instant of the desk's time at which embargoes are looked at
     */
    public List<Occurrence> effective(Instant desk) {
        List<Occurrence> known = effective;
        if (known != null && embargoEnds.isEmpty()) {
            return Collections.unmodifiableList(known);
        }
        List<Occurrence> occurrences = inWorldOrder(accounts.values().stream()
                .flatMap(account -> account.occurrence(desk).stream())
                .toList());
        Fold fold = Fold.of(type, address, occurrences);
        if (!fold.isPossible()) {
            throw impossible(fold.obstacle());
        }
        effective = occurrences;
        state = fold.last();
        return Collections.unmodifiableList(occurrences);
    }

    /** The state after everything that holds; empty when nothing does. */
    public Optional<MatterState> state(Instant desk) {
        effective(desk);
        return Optional.ofNullable(state);
    }

    /**
     * The state as of an instant of the world's time, inclusive; empty when nothing had occurred by then.
     *
     * @param desk the instant of the desk's time at which embargoes are looked at
     */
    public Optional<MatterState> state(Instant asOf, Instant desk) {
        List<Occurrence> all = effective(desk);
        int count = all.size();
        while (count > 0 && all.get(count - 1).start().isAfter(asOf)) {
            count--;
        }
        if (count == all.size()) {
            return Optional.ofNullable(state);
        }
        return Optional.ofNullable(Fold.of(type, address, all.subList(0, count)).last());
    }

    /**
     * Milestones along what holds now, as far apart as asked for, above an instant of the world's time; none at the end.
     *
     * @param apart how many developments lie between them at least
     * @param most how many there are at most
     */
    public List<Milestone> milestones(Instant desk, Instant above, int apart, int most) {
        List<Occurrence> all = effective(desk);
        if (entries.isEmpty() || address.kind() == Kind.NEGOTIATION) {
            return List.of();
        }
        int from = 0;
        while (from < all.size() && !all.get(from).start().isAfter(above)) {
            from++;
        }
        int step = Math.max(apart, (all.size() - from) / (most + 1));
        long position = entries.get(entries.size() - 1).position();
        List<Milestone> milestones = new ArrayList<>();
        MatterState reached = null;
        int next = from + step;
        for (int i = 0; i + 1 < all.size() && milestones.size() < most; i++) {
            Occurrence occurrence = all.get(i);
            reached = type.apply(address, reached, occurrence).orElseThrow(() -> impossible(occurrence));
            if (i >= next && all.get(i + 1).start().isAfter(occurrence.start())) {
                milestones.add(new Milestone(position, occurrence.start(), reached));
                next = i + step;
            }
        }
        return milestones;
    }

    /** The next instant of the desk's time at which an embargo ends by itself; {@link Instant#MAX} when none does. */
    public Instant nextEmbargoEnd(Instant desk) {
        Instant next = embargoEnds.higher(desk);
        return next == null ? Instant.MAX : next;
    }

    /** How an entry stands; it must be one of this matter. */
    public Standing standing(UUID entry, Instant desk) {
        return account(entry).orElseThrow().standing(entry, desk);
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

    private ImpossibleHistory impossible(Occurrence obstacle) {
        return ImpossibleHistory.at(address, obstacle);
    }
}
