package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.parley.domain.matter.MatterKind;
import tools.jackson.databind.JsonNode;

/**
 * A diff contains exactly the matters that differ between the two states, apart from those whose change shows in
 * neither.
 */
final class ExpectedDiff {
    private ExpectedDiff() {}

    static void assertWorldAxis(ArchiveFixture archive, String negotiation, Instant from, Instant to, Instant knownAt) {
        String path = "/api/negotiations/" + negotiation;
        String known = "&knownAt=" + knownAt;
        assertDiff(
                archive,
                path + "/diff?axis=world&from=" + from + "&to=" + to + known,
                path + "?asOf=" + from + known,
                path + "?asOf=" + to + known);
    }

    static void assertKnowledgeAxis(
            ArchiveFixture archive, String negotiation, Instant from, Instant to, Instant asOf) {
        String path = "/api/negotiations/" + negotiation;
        String world = "&asOf=" + asOf;
        assertDiff(
                archive,
                path + "/diff?axis=knowledge&from=" + from + "&to=" + to + world,
                path + "?knownAt=" + from + world,
                path + "?knownAt=" + to + world);
    }

    private static void assertDiff(ArchiveFixture archive, String diff, String before, String after) {
        Map<String, JsonNode> one = matters(archive.get(before).json());
        Map<String, JsonNode> other = matters(archive.get(after).json());
        Set<String> expected = new TreeSet<>(one.keySet());
        expected.addAll(other.keySet());
        expected.removeIf(matter -> one.containsKey(matter) && one.get(matter).equals(other.get(matter)));
        Set<String> actual = new TreeSet<>();
        for (JsonNode change : archive.get(diff).json().path("changes")) {
            boolean shows = !change.path("before").equals(change.path("after"));
            if (shows && !change.path("kind").asString().equals(MatterKind.NEGOTIATION.slug())) {
                actual.add(address(change));
            }
        }
        assertThat(actual).as(diff).isEqualTo(expected);
    }

    private static Map<String, JsonNode> matters(JsonNode state) {
        Map<String, JsonNode> matters = new HashMap<>();
        state.path("matters").forEach(matter -> matters.put(address(matter), matter));
        return matters;
    }

    private static String address(JsonNode matter) {
        return matter.path("kind").asString() + "/" + matter.path("matter").asString();
    }
}
