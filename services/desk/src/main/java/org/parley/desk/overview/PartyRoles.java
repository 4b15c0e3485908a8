package org.parley.desk.overview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.NegotiationView.Party;

/**
 * The parties with the same role; voices, whatever their role, come last.
 *
 * @param role the role; null for parties without one, {@code VOICE} for voices
 */
record PartyRoles(@Nullable String role, List<Party> parties) {
    private static final List<String> ORDER = List.of(
            "BELLIGERENT",
            "PRINCIPAL",
            "MEDIATOR",
            "FACILITATOR",
            "GUARANTOR",
            "SUPPORTER",
            "MONITOR",
            "WITNESS",
            "OBSERVER");

    private static final String VOICE = "VOICE";
    private static final String NONE = "";

    static List<PartyRoles> of(List<Party> parties) {
        Map<String, List<Party>> byRole = new LinkedHashMap<>();
        ORDER.forEach(role -> byRole.put(role, new ArrayList<>()));
        byRole.put(NONE, new ArrayList<>());
        byRole.put(VOICE, new ArrayList<>());
        for (Party party : parties) {
            String role = party.partyKind().equals(VOICE) ? VOICE : party.role() == null ? NONE : party.role();
            byRole.computeIfAbsent(byRole.containsKey(role) ? role : NONE, key -> new ArrayList<>())
                    .add(party);
        }
        return byRole.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> new PartyRoles(each.getKey().equals(NONE) ? null : each.getKey(), each.getValue()))
                .toList();
    }
}
