package org.parley.domain.publication;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.domain.editorial.EditorialEvent.DevelopmentHeld;
import org.parley.domain.editorial.EditorialEvent.DevelopmentReleased;
import org.parley.domain.editorial.EditorialEvent.DevelopmentRetracted;
import org.parley.domain.editorial.EditorialEvent.DevelopmentWithheld;
import org.parley.domain.editorial.EditorialEvent.DisputeResolved;
import org.parley.domain.history.DevelopmentThread;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.negotiation.NegotiationEvent.NegotiationOpened;
import org.parley.domain.negotiation.NegotiationEvent.PartyAdmitted;
import org.parley.domain.party.PartyCode;
import org.parley.domain.state.NegotiationHistory;
import org.parley.domain.state.NegotiationState;

/**
 * The laws of the public trail, by the words of the rules: looks at a trail and what became public of it, and asserts
 * what must hold. It folds everything from the start and knows nothing of how the public trail is made.
 */
final class PublicTrailLaws {
    private final String negotiation;
    private final List<LedgerEntry> trail = new ArrayList<>();
    private final NegotiationHistory inside;
    private final NegotiationHistory outside;
    private final List<PublicEntry> published = new ArrayList<>();
    private final Map<UUID, LedgerEntry> told = new LinkedHashMap<>();
    private final Set<UUID> withheld = new LinkedHashSet<>();
    private int statesCompared;

    PublicTrailLaws(String negotiation) {
        this.negotiation = negotiation;
        inside = new NegotiationHistory(negotiation);
        outside = new NegotiationHistory(negotiation);
    }

    /** How often nothing was under embargo, and the public state was compared with that inside. */
    int statesCompared() {
        return statesCompared;
    }

    /** How many withheld developments were shown or newly withheld so far. */
    long notices() {
        return published.stream().filter(entry -> entry.recorded() == null).count();
    }

    /** Takes the next entry and the group that it let out, and asserts the laws. */
    void check(LedgerEntry entry, List<PublicEntry> group) {
        trail.add(entry);
        inside.record(entry);
        if (entry.continued()) {
            assertThat(group).isEmpty();
            return;
        }
        Set<UUID> toldBefore = Set.copyOf(told.keySet());
        Set<UUID> withheldBefore = Set.copyOf(withheld);
        checkForm(entry, group);
        group.forEach(this::take);
        checkOrder(group);
        for (PublicEntry each : group) {
            if (each.recorded() != null) {
                assertThat(toldBefore).doesNotContain(each.recorded().developmentId());
                checkMayBeTold(each.recorded(), toldBefore);
            } else {
                checkNotice(each, toldBefore, withheldBefore);
            }
        }
        checkWithheld();
        assertThat(untoldRetractions()).as("retractions of what is public wait").isEmpty();
        assertThat(disregarded(outside)).as("the public history is impossible").isEmpty();
        assertThat(couldComeOut()).as("waits and could come out").isEmpty();
        checkState();
    }

    private void checkForm(LedgerEntry entry, List<PublicEntry> group) {
        for (int i = 0; i < group.size(); i++) {
            PublicEntry each = group.get(i);
            LedgerEntry folded = each.entry();
            assertThat(each.publicAt()).isEqualTo(entry.recordedAt());
            assertThat(folded.position()).isEqualTo(published.size() + i + 1L);
            assertThat(folded.continued()).isEqualTo(i < group.size() - 1);
            LedgerEntry recorded = each.recorded();
            if (recorded != null) {
                assertThat(recorded)
                        .isEqualTo(inside.entry(recorded.matter(), recorded.developmentId())
                                .orElseThrow());
                assertThat(folded.development())
                        .isEqualTo(recorded.development().withEmbargo(null));
                assertThat(folded.recordedAt()).isEqualTo(recorded.recordedAt());
                assertThat(folded.developmentId()).isEqualTo(recorded.developmentId());
            }
        }
    }

    private void take(PublicEntry each) {
        published.add(each);
        outside.record(each.entry());
        if (each.recorded() != null) {
            told.put(each.recorded().developmentId(), each.recorded());
        } else if (each.entry().event() instanceof DevelopmentWithheld notice) {
            withheld.add(notice.target());
        } else if (each.entry().event() instanceof DevelopmentReleased notice) {
            withheld.remove(notice.target());
        }
    }

    /** Shown again, opening and admissions, the rest by position, withheld. */
    private static void checkOrder(List<PublicEntry> group) {
        List<Integer> places = group.stream().map(PublicTrailLaws::place).toList();
        assertThat(places).isSorted();
        List<Long> positions = group.stream()
                .filter(each -> place(each) == 2)
                .map(each -> each.recorded().position())
                .toList();
        assertThat(positions).isSorted();
    }

    private static int place(PublicEntry each) {
        return switch (each.entry().event()) {
            case DevelopmentReleased ignored -> 0;
            case NegotiationOpened ignored -> 1;
            case PartyAdmitted ignored -> 1;
            case DevelopmentWithheld ignored -> 3;
            default -> 2;
        };
    }

    private void checkNotice(PublicEntry each, Set<UUID> toldBefore, Set<UUID> withheldBefore) {
        EditorialEvent notice = (EditorialEvent) each.entry().event();
        assertThat(toldBefore).contains(notice.target());
        assertThat(withheldBefore.contains(notice.target())).isEqualTo(notice instanceof DevelopmentReleased);
    }

    private void checkMayBeTold(LedgerEntry entry, Set<UUID> toldBefore) {
        Event event = entry.event();
        assertThat(isAboutEmbargo(entry)).isFalse();
        assertThat(isUnderEmbargo(entry)).as("%s is under embargo", entry).isFalse();
        boolean isAtOnce = event instanceof DevelopmentRetracted retraction && toldBefore.contains(retraction.target());
        if (isAtOnce) {
            return;
        }
        boolean says = isOfWhatExists(entry);
        assertThat(isDead(entry) && !says).as("%s is retracted", entry).isFalse();
        assertThat(lacks(entry, told.keySet(), withheld, says)).as("%s", entry).isEmpty();
    }

    /** Whether an entry is, corrects or retracts an opening or admission. */
    private boolean isOfWhatExists(LedgerEntry entry) {
        return thread(entry)
                .entries()
                .anyMatch(each -> isAdmission(each) || content(each) instanceof NegotiationOpened);
    }

    private void checkWithheld() {
        assertThat(told.keySet()).containsAll(withheld);
        for (LedgerEntry entry : told.values()) {
            if (isUnderEmbargo(entry)) {
                boolean isContent =
                        !(entry.event() instanceof EditorialEvent) || entry.event() instanceof DevelopmentCorrected;
                if (isContent) {
                    assertThat(withheld).contains(thread(entry).first().developmentId());
                }
            }
        }
    }

    private List<LedgerEntry> untoldRetractions() {
        return trail.stream()
                .filter(entry -> entry.event() instanceof DevelopmentRetracted retraction
                        && told.containsKey(retraction.target())
                        && !told.containsKey(entry.developmentId())
                        && !isUnderEmbargo(entry)
                        && !thread(entry).isRetracted(entry.developmentId()))
                .toList();
    }

    private static List<Occurrence> disregarded(NegotiationHistory history) {
        return history.matters().stream()
                .flatMap(matter -> matter.effectiveHistory().disregarded().stream())
                .toList();
    }

    private void checkState() {
        boolean isFree = trail.stream().noneMatch(this::isUnderEmbargo);
        boolean hasUnnamed =
                trail.stream().anyMatch(entry -> isAdmission(entry) && !told.containsKey(entry.developmentId()));
        if (isFree && !hasUnnamed) {
            statesCompared++;
            assertThat(state(outside)).isEqualTo(state(inside));
        }
    }

    private static NegotiationState state(NegotiationHistory history) {
        NegotiationState state = history.state(Instant.MAX, Instant.MAX);
        return new NegotiationState(
                state.negotiation(),
                state.title(),
                state.status(),
                state.since(),
                state.disputed(),
                state.held(),
                state.asOf(),
                state.knownAt(),
                0,
                state.parties(),
                state.matters(),
                state.positions(),
                state.packages(),
                state.endedBy());
    }

    // What could come out, by the rules and a fold of everything

    private Map<UUID, LedgerEntry> couldComeOut() {
        Map<UUID, LedgerEntry> selected = trail.stream()
                .filter(this::isCandidate)
                .collect(toMap(LedgerEntry::developmentId, each -> each, (one, other) -> one, LinkedHashMap::new));
        while (true) {
            int before = selected.size();
            removeLacking(selected);
            for (RecordedHistory matter : inside.matters()) {
                List<LedgerEntry> own = selected.values().stream()
                        .filter(entry -> entry.matter().equals(matter.address()))
                        .toList();
                if (!own.isEmpty() && !isPossible(matter.address(), own)) {
                    Set<LedgerEntry> kept = fitting(matter.address(), own);
                    own.stream()
                            .filter(entry -> !kept.contains(entry))
                            .forEach(entry -> selected.remove(entry.developmentId()));
                }
            }
            if (selected.size() == before) {
                return selected;
            }
        }
    }

    private boolean isCandidate(LedgerEntry entry) {
        boolean isShown = withheld.contains(entry.developmentId());
        if (isShown) {
            boolean isHeld = thread(entry)
                    .entries()
                    .filter(each -> each.equals(entry) || each.event() instanceof DevelopmentCorrected)
                    .anyMatch(each -> told.containsKey(each.developmentId()) && isUnderEmbargo(each));
            return !isHeld && !thread(entry).isRetracted(entry.developmentId());
        }
        return !told.containsKey(entry.developmentId())
                && !isAboutEmbargo(entry)
                && !(entry.event() instanceof DevelopmentRetracted)
                && !isUnderEmbargo(entry)
                && !isDead(entry);
    }

    private void removeLacking(Map<UUID, LedgerEntry> selected) {
        boolean removed;
        do {
            Set<UUID> there = new HashSet<>(told.keySet());
            there.addAll(selected.keySet());
            Set<UUID> stillWithheld = new HashSet<>(withheld);
            stillWithheld.removeAll(selected.keySet());
            removed = selected.values()
                    .removeIf(entry -> !withheld.contains(entry.developmentId())
                            && !lacks(entry, there, stillWithheld, false).isEmpty());
        } while (removed);
    }

    private Set<LedgerEntry> fitting(MatterAddress matter, List<LedgerEntry> own) {
        Set<LedgerEntry> kept = new LinkedHashSet<>();
        boolean grew;
        do {
            grew = false;
            for (LedgerEntry entry : own) {
                Set<LedgerEntry> with = new LinkedHashSet<>(kept);
                addWithNeeds(with, entry, own);
                if (!kept.contains(entry) && isPossible(matter, with)) {
                    kept = with;
                    grew = true;
                }
            }
        } while (grew);
        return kept;
    }

    private void addWithNeeds(Set<LedgerEntry> with, LedgerEntry entry, List<LedgerEntry> own) {
        if (with.add(entry)) {
            Set<UUID> needed = new HashSet<>(needed(entry));
            own.stream()
                    .filter(each -> needed.contains(each.developmentId()))
                    .forEach(each -> addWithNeeds(with, each, own));
        }
    }

    /** Whether the public history of a matter with more entries, or developments shown again, is possible. */
    private boolean isPossible(MatterAddress address, Iterable<LedgerEntry> more) {
        Set<UUID> shown = new HashSet<>();
        List<LedgerEntry> all = new ArrayList<>();
        told.values().stream().filter(entry -> entry.matter().equals(address)).forEach(all::add);
        for (LedgerEntry entry : more) {
            if (withheld.contains(entry.developmentId())) {
                shown.add(entry.developmentId());
            } else {
                all.add(entry);
            }
        }
        all.sort(Comparator.comparingLong(LedgerEntry::position));
        RecordedHistory history = RecordedHistory.of(address, all);
        for (UUID each : withheld) {
            if (!shown.contains(each) && history.entry(each).isPresent()) {
                Development notice = new Development(new DevelopmentWithheld(each), null, null, null, null, List.of());
                history.record(new LedgerEntry(
                        new UUID(1, history.version()), address, trail.size() + 1L, Instant.MAX, "", notice));
            }
        }
        return history.effectiveHistory().disregarded().isEmpty();
    }

    // The rules

    private RecordedHistory history(LedgerEntry entry) {
        return inside.matter(entry.matter()).orElseThrow();
    }

    private DevelopmentThread thread(LedgerEntry entry) {
        return history(entry).thread(entry.developmentId()).orElseThrow();
    }

    private boolean isUnderEmbargo(LedgerEntry entry) {
        return history(entry).embargo(entry.developmentId()).isPresent();
    }

    private static boolean isAboutEmbargo(LedgerEntry entry) {
        return entry.event() instanceof DevelopmentHeld || entry.event() instanceof DevelopmentReleased;
    }

    private static Event content(LedgerEntry entry) {
        return entry.event() instanceof DevelopmentCorrected correction
                ? correction.replacement().event()
                : entry.event();
    }

    private static boolean isAdmission(LedgerEntry entry) {
        return content(entry) instanceof PartyAdmitted;
    }

    /** Whether an entry is retracted, or speaks of what is. */
    private boolean isDead(LedgerEntry entry) {
        DevelopmentThread thread = thread(entry);
        if (entry.event() instanceof DevelopmentRetracted retraction) {
            return thread.isRetracted(entry.developmentId()) || !told.containsKey(retraction.target());
        }
        return Stream.concat(Stream.of(entry.developmentId(), thread.first().developmentId()), spokenOf(entry).stream())
                .anyMatch(thread::isRetracted);
    }

    private static List<UUID> spokenOf(LedgerEntry entry) {
        return switch (entry.event()) {
            case DisputeResolved resolved -> List.of(resolved.target(), resolved.dispute());
            case EditorialEvent event -> List.of(event.target());
            default -> List.of();
        };
    }

    /** The entries of its matter that an entry needs. */
    private List<UUID> needed(LedgerEntry entry) {
        return withheld.contains(entry.developmentId())
                ? List.of()
                : Stream.of(
                                spokenOf(entry).stream(),
                                Stream.of(thread(entry).first().developmentId()),
                                entry.event() instanceof EditorialEvent
                                        ? Stream.<UUID>of()
                                        : history(entry).correctionOf(entry.developmentId()).stream())
                        .flatMap(each -> each)
                        .filter(each -> !each.equals(entry.developmentId()))
                        .toList();
    }

    /**
     * What an entry lacks to be told with what is there, in words.
     *
     * @param isRetracted whether it may be a retracted admission or opening, which needs its retraction instead of the
     *     correction that holds
     */
    private List<String> lacks(LedgerEntry entry, Set<UUID> there, Set<UUID> withheldThen, boolean isRetracted) {
        List<String> lacks = new ArrayList<>();
        List<LedgerEntry> all = trail.stream()
                .filter(each -> there.contains(each.developmentId()))
                .toList();
        boolean isDeadNow = isRetracted && isDead(entry);
        if (all.stream().noneMatch(each -> content(each) instanceof NegotiationOpened)
                && !(couldBring(content -> content instanceof NegotiationOpened, there))) {
            lacks.add("the opening");
        }
        if (isDeadNow && !(entry.event() instanceof DevelopmentRetracted)) {
            thread(entry)
                    .retractionOf(entry.developmentId())
                    .filter(each -> !there.contains(each.developmentId()))
                    .ifPresent(each -> lacks.add("its retraction"));
        }
        for (UUID needed : needed(entry)) {
            boolean isCorrection = !(entry.event() instanceof EditorialEvent);
            if ((!there.contains(needed) || withheldThen.contains(needed)) && !(isDeadNow && isCorrection)) {
                lacks.add("entry " + needed);
            }
        }
        for (PartyCode party : entry.event().mentioned().codes()) {
            if (all.stream().noneMatch(each -> admits(each, party))
                    && !admits(entry, party)
                    && !couldBring(
                            content -> content instanceof PartyAdmitted a
                                    && a.party().equals(party),
                            there)) {
                lacks.add("the party " + party);
            }
        }
        entry.event().mentionedMatters().forEach(reference -> {
            MatterAddress named = new MatterAddress(negotiation, reference.kind(), reference.slug());
            boolean isHidden = trail.stream()
                    .filter(each -> each.matter().equals(named) && !isAboutEmbargo(each))
                    .filter(each -> !told.containsKey(each.developmentId()) || all.isEmpty())
                    .anyMatch(each -> isUnderEmbargo(each) || !isDead(each));
            if (isHidden
                    && !named.equals(entry.matter())
                    && all.stream().noneMatch(each -> each.matter().equals(named))) {
                lacks.add("the matter " + named);
            }
        });
        return lacks;
    }

    /** Whether a retracted entry that is not there yet could come to say that something exists. */
    private boolean couldBring(Predicate<Event> says, Set<UUID> there) {
        if (there == told.keySet()) {
            return false; // what was told is judged by what is there
        }
        return trail.stream()
                .filter(entry -> says.test(content(entry)) && !there.contains(entry.developmentId()) && isDead(entry))
                .anyMatch(entry -> Stream.of(thread(entry).first(), entry)
                                .flatMap(each -> Stream.concat(
                                        Stream.of(each), thread(entry).retractionOf(each.developmentId()).stream()))
                                .noneMatch(this::isUnderEmbargo)
                        && (isDead(thread(entry).first())
                                || there.contains(thread(entry).first().developmentId()))
                        && !withheld.contains(thread(entry).first().developmentId()));
    }

    private static boolean admits(LedgerEntry entry, PartyCode party) {
        return content(entry) instanceof PartyAdmitted admission
                && admission.party().equals(party);
    }
}
