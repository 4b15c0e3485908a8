package org.parley.domain.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.domain.matter.Event;
import org.parley.domain.negotiation.NegotiationEvent.PartyWithdrew;
import org.parley.domain.party.PartyCode;

/**
 * The parties that an event names as event data sets divide them: who acts, on whom, and who else is named. A party is
 * in only one of the three, in the first that applies.
 *
 * @param actors those that act, with their persons; a party twice if two persons speak for it
 * @param targets those that the act is addressed to or directed against
 * @param others those named in any other role
 */
public record DevelopmentParties(List<NamedParty> actors, List<PartyCode> targets, List<PartyCode> others) {
    /** The roles whose parties act: those of the first that the event has. */
    public static final List<String> ACTOR_ROLES = List.of("by", "between", "participants", "body", "gives");

    /** The roles that an act is directed at. {@code between} is one where somebody else acts. */
    public static final List<String> TARGET_ROLES =
            List.of("against", "of", "to", "with", "consentOf", "party", "between");

    /** Who is admitted, suspended or readmitted is the object; only who withdraws acts. */
    private static final String PARTY = "party";

    public DevelopmentParties {
        actors = List.copyOf(actors);
        targets = List.copyOf(targets);
        others = List.copyOf(others);
    }

    /** The parties of an event. */
    public static DevelopmentParties of(Event event) {
        List<NamedParty> named = NamedParty.in(event);
        List<String> actorRoles = event instanceof PartyWithdrew ? List.of(PARTY) : ACTOR_ROLES;
        List<NamedParty> actors = actorRoles.stream()
                .map(role -> inRole(named, role))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
        Set<PartyCode> taken = new LinkedHashSet<>();
        actors.forEach(actor -> taken.add(actor.party()));
        List<PartyCode> targets = rest(named.stream().filter(each -> TARGET_ROLES.contains(each.role())), taken);
        return new DevelopmentParties(actors, targets, rest(named.stream(), taken));
    }

    private static List<NamedParty> inRole(List<NamedParty> named, String role) {
        return named.stream().filter(each -> each.role().equals(role)).toList();
    }

    /** Those not taken yet, which are taken then. */
    private static List<PartyCode> rest(Stream<NamedParty> named, Set<PartyCode> taken) {
        List<PartyCode> found = new ArrayList<>();
        named.map(NamedParty::party).filter(taken::add).forEach(found::add);
        return found;
    }
}
