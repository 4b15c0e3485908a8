package org.parley.desk.design;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.client.TrailEntryView.Evidence;
import org.parley.desk.client.TrailEntryView.Source;

/** Invented entries that show the components for entries. */
final class SampleEntries {
    static final String NEGOTIATION = "sample";

    private SampleEntries() {}

    static List<TrailEntryView> all() {
        Evidence three = new Evidence(
                List.of(
                        source("Reuters", "https://example.org/refusal"),
                        source("Agence France-Presse", null),
                        source("El País", "https://example.org/rechazo")),
                "A1");
        Evidence one = new Evidence(List.of(source("Ministry of Foreign Affairs", null)), "B2");
        return List.of(
                entry(
                        3,
                        "CeasefireRejected",
                        "On 4 March 2026, Beland rejected the ceasefire.",
                        "EFFECTIVE",
                        false,
                        three),
                entry(2, "CeasefireProposed", "On 1 March 2026, Aland proposed a ceasefire.", "CORRECTED", false, one),
                entry(1, "UnderstandingClaimed", "Aland said that both had agreed.", "DISPUTED", false, one),
                entry(4, "GuaranteeProposed", "Aland proposed a guarantee.", "EFFECTIVE", true, one));
    }

    private static Source source(String publisher, @Nullable String url) {
        return new Source(publisher, "Report", url, null, null, null);
    }

    private static TrailEntryView entry(
            long position, String type, String summary, String standing, boolean held, Evidence evidence) {
        return new TrailEntryView(
                position,
                "01990000-0000-7000-8000-00000000000" + position,
                type,
                NEGOTIATION,
                "ceasefire",
                "truce",
                "The truce",
                "2026-03-0" + position,
                Instant.parse("2026-03-05T09:30:00Z"),
                "anna",
                List.of("AAA", "BBB"),
                summary,
                evidence,
                standing,
                null,
                held,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
