package org.parley.domain.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.domain.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.negotiation.NegotiationEvent.PartyAdmitted;
import org.parley.domain.party.Party;
import org.parley.domain.party.PartyCode;
import org.parley.domain.party.PartyKind;
import org.parley.domain.time.Timeline;
import org.parley.domain.time.Timeline.Given;

/**
 * The parties of a negotiation: who was ever admitted, which no correction undoes, and the name and description of each
 * over valid time, from the effective admissions.
 */
public final class PartyRegister {
    /** A register without parties. */
    public static final PartyRegister EMPTY = new PartyRegister(Set.of(), Map.of());

    private final Set<PartyCode> admitted;
    private final Map<PartyCode, Timeline<Party>> described;

    private PartyRegister(Set<PartyCode> admitted, Map<PartyCode, Timeline<Party>> described) {
        this.admitted = admitted;
        this.described = described;
    }

    /** The parties by the history of the negotiation itself. */
    public static PartyRegister of(RecordedHistory negotiation) {
        return of(List.of(), negotiation);
    }

    /** The same, with parties that were admitted before the recorded history. */
    public static PartyRegister of(Collection<Party> before, RecordedHistory negotiation) {
        Set<PartyCode> admitted = new HashSet<>();
        Map<PartyCode, List<Given<Party>>> given = new HashMap<>();
        for (Party party : before) {
            admitted.add(party.code());
            given.computeIfAbsent(party.code(), code -> new ArrayList<>()).add(new Given<>(0, null, party));
        }
        for (LedgerEntry entry : negotiation.entries()) {
            Event event = entry.event() instanceof DevelopmentCorrected correction
                    ? correction.replacement().event()
                    : entry.event();
            if (event instanceof PartyAdmitted admission) {
                admitted.add(admission.party());
            }
        }
        for (Occurrence occurrence : negotiation.effectiveOccurrence()) {
            if (occurrence.event() instanceof PartyAdmitted admission) {
                given.computeIfAbsent(admission.party(), code -> new ArrayList<>())
                        .add(new Given<>(
                                occurrence.recordedAt(),
                                occurrence.position(),
                                start(occurrence),
                                admission.described()));
            }
        }
        Map<PartyCode, Timeline<Party>> described = new HashMap<>();
        given.forEach((code, each) -> described.put(code, Timeline.of(each, negotiation.beginning())));
        return new PartyRegister(admitted, described);
    }

    private static @Nullable Instant start(Occurrence occurrence) {
        return occurrence.development().occurred() == null ? null : occurrence.start();
    }

    /** Whether a party was ever admitted, even if the admission was retracted. */
    public boolean isAdmitted(PartyCode code) {
        return admitted.contains(code);
    }

    /** The description of a party at an instant in valid time; empty if no admission of it is effective. */
    public Optional<Party> at(PartyCode code, Instant world) {
        return described.getOrDefault(code, Timeline.empty()).at(world);
    }

    /** The name of a party at an instant in valid time; its code if none is known. */
    public String name(PartyCode code, Instant world) {
        return at(code, world).map(Party::name).orElse(code.text());
    }

    /**
     * How a party is called in an admission that recorded this name: by it while it is one of the party's names, and where no
     * name is known; else as the party was called at an instant of the world's time.
     */
    public String admittedName(PartyCode code, String recorded, Instant world) {
        List<Party> all = described.getOrDefault(code, Timeline.empty()).values();
        return all.isEmpty() || all.stream().anyMatch(party -> party.name().equals(recorded))
                ? recorded
                : name(code, world);
    }

    /** Whether a party was called otherwise until an instant of the world's time. */
    public boolean isRenamed(PartyCode code, String name, Instant world) {
        return described
                .getOrDefault(code, Timeline.empty())
                .until(world)
                .filter(party -> !party.name().equals(name))
                .isPresent();
    }

    /** The party that a body belonged to at an instant in valid time; empty if it was no body, or belonged to none. */
    public Optional<PartyCode> wholeOfBody(PartyCode code, Instant world) {
        return at(code, world)
                .filter(party -> party.kind() == PartyKind.BODY)
                .flatMap(body -> Optional.ofNullable(body.partOf()));
    }

    /** The bodies that belonged to a party at an instant in valid time, in the order of their codes. */
    public List<PartyCode> bodiesOf(PartyCode whole, Instant world) {
        return described.keySet().stream()
                .filter(code -> wholeOfBody(code, world).filter(whole::equals).isPresent())
                .sorted()
                .toList();
    }

    /** Whether a party was a voice from outside at an instant of the world's time. */
    public boolean isVoice(PartyCode code, Instant world) {
        return at(code, world).filter(party -> party.kind() == PartyKind.VOICE).isPresent();
    }
}
