package org.parley.domain.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.FieldName;
import org.parley.domain.party.PartyCode;
import org.parley.domain.party.PartyMentions;

/**
 * A party that an event names, in the role of the field that names it.
 *
 * @param role the name of the field, as in the command: {@code by}, {@code consentOf}
 * @param person the person who speaks for it; null if none is named
 */
public record NamedParty(
        String role, PartyCode party, @Nullable String person) {

    /** The parties that an event names, in the order of its fields, each once per role and person. */
    public static List<NamedParty> in(Event event) {
        return PartyMentions.in((Record) event).stream()
                .map(mention -> new NamedParty(FieldName.of(mention.component()), mention.party(), mention.person()))
                .distinct()
                .toList();
    }

    /** The roles in which events of a type name parties. */
    public static List<String> roles(Class<? extends Event> type) {
        return PartyMentions.components(type).stream().map(FieldName::of).toList();
    }
}
