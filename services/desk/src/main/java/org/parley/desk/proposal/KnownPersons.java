package org.parley.desk.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.parley.desk.client.NegotiationView.Matter;

/** The persons who acted for parties, as the matters of a negotiation name them; who acted most often comes first. */
public final class KnownPersons {
    private KnownPersons() {}

    /**
     * A person and the party that the person spoke for.
     *
     * @param party the party's code
     */
    public record KnownPerson(String person, String party) {}

    public static List<KnownPerson> of(List<Matter> matters) {
        Map<KnownPerson, Integer> counts = new LinkedHashMap<>();
        matters.forEach(matter -> count(matter.detail(), counts));
        List<KnownPerson> persons = new ArrayList<>(counts.keySet());
        persons.sort((one, other) -> Objects.requireNonNull(counts.get(other)) - Objects.requireNonNull(counts.get(one)));
        return persons;
    }

    private static void count(Object value, Map<KnownPerson, Integer> counts) {
        if (value instanceof Map<?, ?> fields) {
            if (fields.get("party") instanceof String party && fields.get("person") instanceof String person) {
                counts.merge(new KnownPerson(person, party), 1, Integer::sum);
            }
            fields.values().forEach(field -> {
                if (field != null) {
                    count(field, counts);
                }
            });
        } else if (value instanceof List<?> items) {
            items.forEach(item -> {
                if (item != null) {
                    count(item, counts);
                }
            });
        }
    }
}
