package org.parley.desk.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.client.TrailEntryView.Source;
import org.parley.desk.written.WebAddress;

/** The publisher of an address, as the negotiation's entries name it. */
final class Publishers {
    /** So many of the last entries are read. */
    private static final int ENTRIES = 200;

    private Publishers() {}

    /** The name that most entries with an address of the same host give; the host itself if there is none. */
    static String of(ArchiveClient archive, String negotiation, @Nullable WebAddress address) {
        if (address == null || address.host().isEmpty()) {
            return "";
        }
        List<TrailEntryView> entries = archive.trail(negotiation, Map.of("order", "desc", "limit", ENTRIES))
                .entries();
        return of(entries.stream().flatMap(Publishers::sources), address.host());
    }

    static String of(Stream<Source> sources, String host) {
        Map<String, Integer> names = new HashMap<>();
        sources.filter(source ->
                        source.url() != null && WebAddress.of(source.url()).host().equals(host))
                .forEach(source -> names.merge(source.publisher(), 1, Integer::sum));
        return names.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(host);
    }

    private static Stream<Source> sources(TrailEntryView entry) {
        return entry.evidence() == null ? Stream.of() : entry.evidence().sources().stream();
    }
}
