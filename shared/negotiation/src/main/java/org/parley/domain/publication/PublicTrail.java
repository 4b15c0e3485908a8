package org.parley.domain.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.editorial.EditorialEvent.DevelopmentReleased;
import org.parley.domain.editorial.EditorialEvent.DevelopmentRetracted;
import org.parley.domain.editorial.EditorialEvent.DevelopmentWithheld;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterReference;
import org.parley.domain.negotiation.NegotiationEvent.NegotiationOpened;
import org.parley.domain.negotiation.NegotiationEvent.PartyAdmitted;

/**
 * The public trail of a negotiation: what may be known of its trail outside the newsroom. A pure function of the trail:
 * the same entries always let out the same groups.
 *
 * <p>At every moment the public trail is a possible history, it has nothing under embargo that was not public before,
 * and nothing that is told is taken back. Once nothing is under embargo, its state is that of the trail.
 *
 * <p>While nothing stays back, a step costs no fold. Otherwise only matters in which something stays back are folded.
 * Not thread-safe.
 */
public final class PublicTrail {
    /** The user name under which notices are published. */
    public static final String NOTICE_EDITOR = "parley";

    private static final Comparator<LedgerEntry> BY_POSITION = Comparator.comparingLong(LedgerEntry::position);

    private final String negotiation;
    private final NoticeIds ids;
    private final Map<MatterAddress, MatterPublication> matters = new LinkedHashMap<>();
    private final ToldNames told = new ToldNames();
    /** The matters in which something stays back. */
    private final Set<MatterPublication> staying = new LinkedHashSet<>();

    /** The entries of a group recorded together, of which the last has not been read yet. */
    private final List<LedgerEntry> pending = new ArrayList<>();

    private long through;
    private long publicPosition;

    public PublicTrail(String negotiation, NoticeIds ids) {
        this.negotiation = negotiation;
        this.ids = ids;
    }

    /**
     * Resumes a public trail.
     *
     * @param recorded the entries that were read, in the order recorded
     * @throws IllegalArgumentException if these are not the entries through the state's position
     */
    public static PublicTrail resume(
            String negotiation, NoticeIds ids, PublicTrailState state, Iterable<LedgerEntry> recorded) {
        PublicTrail trail = new PublicTrail(negotiation, ids);
        Set<UUID> notPublic = new HashSet<>(state.notPublic());
        for (LedgerEntry entry : recorded) {
            MatterPublication matter = trail.read(entry);
            trail.pending.add(entry);
            if (!entry.continued()) {
                trail.pending.clear();
            }
            if (notPublic.contains(entry.developmentId())) {
                matter.keep(entry);
            } else if (!MatterPublication.isAboutEmbargo(entry)) {
                matter.tell(entry);
                trail.told.add(entry);
            }
        }
        if (trail.through != state.through()) {
            throw new IllegalArgumentException(
                    "the trail ends at position " + trail.through + ", not at " + state.through());
        }
        trail.matters.values().forEach(matter -> matter.resumeWithheld(state.withheld(), trail.pending));
        trail.matters.values().forEach(trail::noteWhetherWhole);
        trail.publicPosition = state.publicPosition();
        return trail;
    }

    /** How far this trail has got. */
    public PublicTrailState state() {
        List<LedgerEntry> notPublic = new ArrayList<>(pending.stream()
                .filter(entry -> !MatterPublication.isAboutEmbargo(entry))
                .toList());
        List<UUID> withheld = new ArrayList<>();
        for (MatterPublication matter : staying) {
            notPublic.addAll(matter.untold());
            withheld.addAll(matter.withheld());
        }
        return new PublicTrailState(
                through,
                publicPosition,
                notPublic.stream()
                        .sorted(BY_POSITION)
                        .map(LedgerEntry::developmentId)
                        .toList(),
                withheld.stream().sorted().toList());
    }

    /**
     * Takes the next entry of the trail and returns the group that it lets out: what becomes public with it, in order,
     * to be taken together. Empty if nothing does. Of entries that were recorded together the last lets out all.
     *
     * @throws IllegalArgumentException if it is not the next entry
     */
    public List<PublicEntry> step(LedgerEntry entry) {
        MatterPublication matter = read(entry);
        pending.add(entry);
        if (entry.continued()) {
            return List.of();
        }
        List<LedgerEntry> recorded = List.copyOf(pending);
        pending.clear();
        Disclosure disclosure = new Disclosure(entry.recordedAt());
        if (isToldAsRecorded(matter, recorded)) {
            boolean wasPublic = matter.isPublic();
            recorded.forEach(each -> disclosure.tell(matter, each));
            if (!staying.isEmpty() && (disclosure.namesSomethingNew || !wasPublic)) {
                disclosure.publish(List.copyOf(staying));
            }
        } else {
            boolean wasWhole = matter.isWhole();
            recorded.forEach(matter::keep);
            disclosure.tellAtOnce(matter, recorded);
            disclosure.publish(List.of(matter));
            if (!wasWhole && mayLetOutOthers(matter)) {
                disclosure.publish(List.copyOf(staying));
            }
        }
        return disclosure.group();
    }

    /**
     * Whether others may have waited for what changed in a matter, although nothing of it came out: it no longer hides
     * anything that they name, or a retracted admission can be told because they name the party.
     */
    private static boolean mayLetOutOthers(MatterPublication matter) {
        return matter.address().kind() == MatterKind.NEGOTIATION || (!matter.isPublic() && !matter.isHidden());
    }

    private MatterPublication read(LedgerEntry entry) {
        if (entry.position() != through + 1 || !entry.matter().negotiation().equals(negotiation)) {
            throw new IllegalArgumentException(entry.matter() + " position " + entry.position()
                    + " does not follow position " + through + " of " + negotiation);
        }
        through = entry.position();
        MatterPublication matter = matters.computeIfAbsent(entry.matter(), MatterPublication::new);
        matter.record(entry);
        return matter;
    }

    private void noteWhetherWhole(MatterPublication matter) {
        if (matter.isWhole()) {
            matter.forgetHistories();
            staying.remove(matter);
        } else {
            staying.add(matter);
        }
    }

    /** Whether entries of a matter in which nothing stays back come out just as recorded, without a fold. */
    private boolean isToldAsRecorded(MatterPublication matter, List<LedgerEntry> recorded) {
        Set<UUID> ids = new HashSet<>();
        for (LedgerEntry entry : recorded) {
            boolean isRetractedAtOnce =
                    entry.event() instanceof DevelopmentRetracted retraction && ids.contains(retraction.target());
            if (MatterPublication.isAboutEmbargo(entry) || entry.development().embargo() != null || isRetractedAtOnce) {
                return false;
            }
            ids.add(entry.developmentId());
        }
        return matter.isWhole()
                && (told.isOpened() || recorded.stream().anyMatch(Candidate::isOpening))
                && (staying.isEmpty()
                        || recorded.stream().allMatch(entry -> namesOnlyWhatIsTold(matter, entry, recorded)));
    }

    private boolean namesOnlyWhatIsTold(MatterPublication matter, LedgerEntry entry, List<LedgerEntry> recorded) {
        return entry.event().mentioned().stream()
                        .allMatch(party -> told.has(party)
                                || recorded.stream().anyMatch(each -> Candidate.isAdmissionOf(each, party)))
                && entry.event().mentionedMatters().stream()
                        .map(this::named)
                        .allMatch(named -> named == matter || !staying.contains(named) || named.isPublic());
    }

    private MatterPublication named(MatterReference reference) {
        MatterAddress address = new MatterAddress(negotiation, reference.kind(), reference.slug());
        MatterPublication known = matters.get(address);
        return known == null ? new MatterPublication(address) : known;
    }

    /** What one step lets out. */
    private final class Disclosure {
        private final Instant at;
        private final List<LedgerEntry> tells = new ArrayList<>();
        private final Map<UUID, LedgerEntry> shown = new LinkedHashMap<>();
        private final Map<UUID, LedgerEntry> withheld = new LinkedHashMap<>();
        /** Whether what was told last may let out something in other matters. */
        private boolean namesSomethingNew;

        private Disclosure(Instant at) {
            this.at = at;
        }

        private void tell(MatterPublication matter, LedgerEntry entry) {
            namesSomethingNew |= !matter.isPublic();
            matter.tell(entry);
            namesSomethingNew |= told.add(entry);
            tells.add(entry);
        }

        private void tellAtOnce(MatterPublication matter, List<LedgerEntry> recorded) {
            List<LedgerEntry> retractions = matter.retractionsToTell();
            if (retractions.isEmpty() && recorded.stream().noneMatch(MatterPublication::isAboutEmbargo)) {
                noteWhetherWhole(matter);
                return;
            }
            Set<UUID> impossibleBefore = matter.disregarded();
            retractions.forEach(retraction -> tell(matter, retraction));
            matter.withholdWhatIsHeld(recorded, at).forEach(each -> withheld.put(each.developmentId(), each));
            matter.withholdWhatIsImpossible(impossibleBefore, at)
                    .forEach(each -> withheld.put(each.developmentId(), each));
            noteWhetherWhole(matter);
        }

        /** Lets out what may come out of these matters, from the start until nothing comes out. */
        private void publish(Collection<MatterPublication> of) {
            Collection<MatterPublication> affected = of;
            while (true) {
                var selected = Selection.of(negotiation, matters, affected, told, at);
                if (selected.isEmpty()) {
                    return;
                }
                namesSomethingNew = false;
                selected.forEach(this::letOut);
                affected = namesSomethingNew ? List.copyOf(staying) : affected;
            }
        }

        private void letOut(MatterPublication matter, Collection<Candidate> candidates) {
            for (Candidate candidate : candidates) {
                if (candidate.isShownAgain()) {
                    matter.show(candidate.id(), at);
                    if (withheld.remove(candidate.id()) == null) {
                        shown.put(candidate.id(), candidate.entry());
                    }
                } else {
                    tell(matter, candidate.entry());
                }
            }
            noteWhetherWhole(matter);
        }

        /** The group: shown again, openings and admissions, the rest by position, withheld. */
        private List<PublicEntry> group() {
            List<LedgerEntry> notices = new ArrayList<>();
            Stream<LedgerEntry> released = shown.values().stream()
                    .sorted(BY_POSITION)
                    .map(target -> notice(target, new DevelopmentReleased(target.developmentId())));
            Stream<LedgerEntry> told = tells.stream()
                    .sorted(Comparator.comparing((LedgerEntry entry) -> !isOpeningOrAdmission(entry))
                            .thenComparing(BY_POSITION));
            Stream<LedgerEntry> held = withheld.values().stream()
                    .sorted(BY_POSITION)
                    .map(target -> notice(target, new DevelopmentWithheld(target.developmentId())));
            List<LedgerEntry> all =
                    Stream.of(released, told, held).flatMap(each -> each).toList();
            List<PublicEntry> group = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                group.add(numbered(all.get(i), i < all.size() - 1));
            }
            return List.copyOf(group);
        }

        private static boolean isOpeningOrAdmission(LedgerEntry entry) {
            return entry.event() instanceof NegotiationOpened || entry.event() instanceof PartyAdmitted;
        }

        private LedgerEntry notice(LedgerEntry target, EditorialEvent event) {
            return new LedgerEntry(
                    ids.id(target.developmentId(), at),
                    target.matter(),
                    0,
                    at,
                    NOTICE_EDITOR,
                    new Development(event, null, null, null, null, List.of()));
        }

        private PublicEntry numbered(LedgerEntry entry, boolean continued) {
            publicPosition++;
            LedgerEntry outside = new LedgerEntry(
                    entry.developmentId(),
                    entry.matter(),
                    publicPosition,
                    entry.recordedAt(),
                    entry.editor(),
                    entry.development().withEmbargo(null),
                    continued);
            return new PublicEntry(outside, at, entry.position() == 0 ? null : entry);
        }
    }
}
