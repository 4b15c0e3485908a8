package org.parley.newsroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Where things stood on chosen days, as a table written from the sources. The table does not come from the program's
 * output: it says what the facts say.
 */
class DossierExpectationsTest {
    private static final Map<String, ReplayedDossier> DOSSIERS = new ConcurrentHashMap<>();
    private static final Map<String, JsonNode> STATES = new ConcurrentHashMap<>();

    /** One line of a table. */
    record Expectation(String dossier, String asOf, String subject, String what, String expected) {
        static Expectation of(String dossier, String line) {
            String[] cells = line.split("\\|", -1);
            assertThat(cells).as(line).hasSize(5);
            return new Expectation(dossier, cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip());
        }

        @Override
        public String toString() {
            return dossier + " on " + asOf + ": " + subject + " " + what;
        }
    }

    static Stream<Expectation> expectations() {
        return Stream.of("ukraine-2025", "colombia-2012").flatMap(DossierExpectationsTest::table);
    }

    private static Stream<Expectation> table(String dossier) {
        try (InputStream in = DossierExpectationsTest.class.getResourceAsStream("/dossier/" + dossier + ".expected")) {
            return new String(in.readAllBytes(), UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> Expectation.of(dossier, line))
                            .toList()
                            .stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void stateIsWhatTheFactsSay(Expectation line) {
        assertThat(found(state(line.dossier(), line.asOf()), line.subject(), line.what()))
                .as("%s", line)
                .isEqualTo(line.expected());
    }

    private static JsonNode state(String dossier, String asOf) {
        ReplayedDossier replayed = DOSSIERS.computeIfAbsent(
                dossier, name -> ReplayedDossier.read(name).replay());
        return STATES.computeIfAbsent(dossier + " " + asOf, any -> replayed.state(asOf));
    }

    private static String found(JsonNode state, String subject, String what) {
        return switch (subject.split(" ")[0]) {
            case "negotiation" -> state.path(what).asString();
            case "matters" ->
                String.valueOf(matters(state)
                        .filter(matter -> is(matter, "kind", what))
                        .count());
            case "signed" -> signed(state, subject, what);
            case "packages" -> packages(state);
            case "position" -> stance(state, subject.split(" ")[1], what);
            case "party" ->
                elements(state.path("parties"))
                        .filter(party -> is(party, "party", what))
                        .map(party -> party.path("name").asString())
                        .collect(Collectors.joining(" "));
            default -> ofMatter(state, subject, what);
        };
    }

    private static String ofMatter(JsonNode state, String subject, String what) {
        JsonNode matter = matters(state)
                .filter(each -> subject.equals(
                        each.path("kind").asString() + "/" + each.path("matter").asString()))
                .findFirst()
                .orElse(null);
        if (matter == null) {
            return "-";
        }
        if (what.startsWith("#")) {
            return String.valueOf(matter.at(what.substring(1)).size());
        }
        if (!what.startsWith("/")) {
            return matter.path(what).asString();
        }
        String[] steps = what.split("@");
        JsonNode value = matter.at(steps[0]);
        if (!value.isArray()) {
            return value.asString();
        }
        String field = steps.length > 1 ? steps[1] : "party";
        return elements(value)
                .map(each -> each.isObject() ? each.path(field).asString("-") : each.asString())
                .collect(Collectors.joining(" "));
    }

    /** The parties that signed, without Ukraine, or how many they are. */
    private static String signed(JsonNode state, String subject, String formAndSubject) {
        String[] wanted = formAndSubject.split(" ");
        List<JsonNode> agreements = matters(state)
                .filter(matter -> is(matter, "kind", "agreement") && is(matter, "status", "SIGNED"))
                .map(matter -> matter.path("detail"))
                .filter(detail -> is(detail, "form", wanted[0]) && is(detail, "subject", wanted[1]))
                .toList();
        return subject.equals("signed")
                ? String.valueOf(agreements.size())
                : agreements.stream()
                        .flatMap(detail -> elements(detail.path("between")))
                        .map(JsonNode::asString)
                        .filter(party -> !party.equals("UKR"))
                        .sorted()
                        .collect(Collectors.joining(" "));
    }

    private static String packages(JsonNode state) {
        String all = elements(state.path("packages"))
                .map(each -> each.path("package").asString() + ": "
                        + elements(each.path("guarantees"))
                                .map(JsonNode::asString)
                                .sorted()
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? "-" : all;
    }

    private static String stance(JsonNode state, String question, String party) {
        return elements(state.path("positions"))
                .filter(position -> is(position, "question", question) && is(position, "party", party))
                .map(position -> position.path("stance").asString())
                .findFirst()
                .orElse("-");
    }

    private static boolean is(JsonNode node, String field, String value) {
        return node.path(field).asString("").equals(value);
    }

    private static Stream<JsonNode> matters(JsonNode state) {
        return elements(state.path("matters"));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        return all.stream();
    }
}
