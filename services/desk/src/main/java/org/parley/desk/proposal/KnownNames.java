package org.parley.desk.proposal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.client.TrailEntryView.Source;
import org.parley.desk.proposal.KnownPersons.KnownPerson;
import org.parley.desk.written.WebAddress;

/**
 * The names that the last entries of a negotiation use.
 *
 * @param persons the persons who acted, the most frequent first
 * @param publishers the publisher of each host of their sources' addresses
 */
public record KnownNames(List<KnownPerson> persons, Map<String, String> publishers) {
    public static final KnownNames NONE = new KnownNames(List.of(), Map.of());

    public KnownNames {
        persons = List.copyOf(persons);
        publishers = Map.copyOf(publishers);
    }

    static KnownNames of(List<TrailEntryView> entries) {
        return new KnownNames(
                KnownPersons.in(entries.stream().flatMap(entry -> Stream.ofNullable(entry.data()))),
                publishers(entries.stream().flatMap(KnownNames::sources)));
    }

    private static Map<String, String> publishers(Stream<Source> sources) {
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        sources.forEach(source -> {
            String url = source.url();
            if (url != null) {
                counts.computeIfAbsent(WebAddress.of(url).host(), host -> new HashMap<>())
                        .merge(source.publisher(), 1, Integer::sum);
            }
        });
        Map<String, String> publishers = new HashMap<>();
        counts.forEach((host, names) -> names.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .ifPresent(most -> publishers.put(host, most.getKey())));
        return publishers;
    }

    private static Stream<Source> sources(TrailEntryView entry) {
        TrailEntryView.Evidence evidence = entry.evidence();
        return evidence == null ? Stream.of() : evidence.sources().stream();
    }

    /** The publisher of an address: the name that most entries use for its host, or the host itself. */
    public String publisher(WebAddress address) {
        return publishers.getOrDefault(address.host(), address.host());
    }
}
