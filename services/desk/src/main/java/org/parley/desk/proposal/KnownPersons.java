package org.parley.desk.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The persons who acted for parties, as developments name them; who acted most often comes first. */
public final class KnownPersons {
    private KnownPersons() {}

    /**
     * A person and the party that the person spoke for.
     *
     * @param party the party's code
     */
    public record KnownPerson(String person, String party) {}

    /** The persons in the content of developments. */
    public static List<KnownPerson> in(Stream<JsonNode> developments) {
        Map<KnownPerson, Integer> counts = new LinkedHashMap<>();
        developments.forEach(content -> count(content, counts));
        List<KnownPerson> persons = new ArrayList<>(counts.keySet());
        persons.sort(
                (one, other) -> Objects.requireNonNull(counts.get(other)) - Objects.requireNonNull(counts.get(one)));
        return persons;
    }

    private static void count(JsonNode value, Map<KnownPerson, Integer> counts) {
        if (value.path("party").isString() && value.path("person").isString()) {
            counts.merge(
                    new KnownPerson(
                            value.path("person").asString(), value.path("party").asString()),
                    1,
                    Integer::sum);
        }
        value.forEach(part -> count(part, counts));
    }
}
