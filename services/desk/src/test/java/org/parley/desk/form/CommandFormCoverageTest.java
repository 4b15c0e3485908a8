package org.parley.desk.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.contract.Json;
import org.parley.contract.schema.JsonSchemas;
import org.parley.domain.catalogue.DomainCatalogue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The form of every command covers all fields of the command. */
class CommandFormCoverageTest {
    /** The fields that the form shows for every command. */
    private static final Set<String> COMMON = Set.of(
            "command",
            "negotiation",
            "matter",
            "developmentId",
            "occurred",
            "evidence",
            "note",
            "embargo",
            "title",
            "target",
            "replacement");

    static Stream<String> commands() {
        return DomainCatalogue.commands().keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void formHasEveryFieldOfTheSchema(String command) {
        Set<String> asked =
                CommandFields.of(command).stream().map(FormField::name).collect(Collectors.toSet());
        Set<String> schema =
                new HashSet<>(JsonSchemas.command(command).path("properties").propertyNames());
        schema.removeAll(COMMON);
        // The form shows the reason of a correction next to the replacement's fields.
        assertThat(asked).as(command).isEqualTo(schema);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void recordedEventRoundTripsThroughTheForm(String command) {
        List<FormField> fields = CommandFields.of(command).stream()
                .filter(field -> field.input() != FormField.Input.SOURCE && field.input() != FormField.Input.GRADE)
                .toList();
        ObjectNode recorded = Json.MAPPER.createObjectNode();
        fields.forEach(field -> recorded.set(field.name(), sample(field)));

        ObjectNode read = Json.MAPPER.createObjectNode();
        new FormReader(Clock.systemUTC()).read(fields, FormFiller.fill(fields, recorded), read);
        assertThat(read).isEqualTo(recorded);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noFieldHasTheNameOfAnotherInput(String command) {
        assertThat(CommandFields.of(command))
                .extracting(FormField::name)
                .doesNotContain(CommandFormController.PREVIEWED_VERSION, "act", "zone", "begins", "together", "rows");
    }

    @Test
    void uncheckedFlagIsReadAsFalse() {
        List<FormField> fields = CommandFields.of("SignMultilateralAgreement");
        ObjectNode read = Json.MAPPER.createObjectNode();
        new FormReader(Clock.systemUTC()).read(fields, new FormValues(), read);
        assertThat(read).isEqualTo(Json.MAPPER.readTree("{\"complete\":false}"));
    }

    @ParameterizedTest
    @CsvSource({
        "none, , , ",
        "open, , , true",
        "day, 2026-11-29, , '\"2026-11-29\"'",
        "time, 2026-11-29, 18:00, '\"2026-11-29T18:00Z\"'",
    })
    void embargoIsReadFromItsInputs(String how, String day, String time, String embargo) {
        FormValues values = new FormValues();
        values.put("embargo.how", how);
        values.put("embargo.day", day == null ? "" : day);
        values.put("embargo.time", time == null ? "" : time);
        ObjectNode read = Json.MAPPER.createObjectNode();
        new FormReader(Clock.systemUTC()).embargo(values, read);
        assertThat(read).isEqualTo(Json.MAPPER.readTree(embargo == null ? "{}" : "{\"embargo\":" + embargo + "}"));
    }

    private static JsonNode sample(FormField field) {
        return Json.MAPPER.readTree(
                switch (field.input()) {
                    case ACTORS ->
                        "[{\"party\":\"AAA\",\"person\":\"Anna Aland\"},{\"party\":\"BBB\"},{\"party\":\"CCC\"}]";
                    case HANDOVERS ->
                        "[{\"party\":\"AAA\",\"what\":\"prisoners\",\"quantity\":390.5,\"atLeast\":true},"
                                + "{\"party\":\"BBB\",\"what\":\"remains\"}]";
                    case DATE -> "\"2025-08-20/2025-08-26\"";
                    case FLAG -> "true";
                    case NUMBER -> "1250000.5";
                    case MATTERS -> "[\"ceasefire/truce\",\"guarantee/backstop\"]";
                    case CHOICE -> "\"" + field.options().get(0) + "\"";
                    case PARTY, CODE -> "\"AAA\"";
                    case DISPUTE -> "\"01990000-0000-7000-8000-000000000001\"";
                    case SLUG, REFERENCE -> "\"short-name\"";
                    case LINE, TEXT, SOURCE, GRADE -> "\"Words, with \\\"quotation\\\" marks\"";
                });
    }

    @ParameterizedTest
    @MethodSource("commands")
    void evidenceDateAndNoteRoundTrip(String command) {
        JsonNode recorded = Json.MAPPER.readTree("""
                {"title": "The truce", "occurred": "2025-08-18~", "evidence": {"sources": [
                  {"publisher": "Reuters", "title": "Report", "url": "https://example.org/1", "published": "2025-08-19",
                   "author": "A. Author", "archived": "https://example.org/archive/1"},
                  {"publisher": "AFP", "title": "Another"}], "grade": "B2"}, "note": "Said aside."}""");
        ObjectNode read = Json.MAPPER.createObjectNode();
        new FormReader(Clock.systemUTC()).circumstances(FormFiller.fill(CommandFields.of(command), recorded), read);
        assertThat(read.path("occurred")).isEqualTo(recorded.path("occurred"));
        assertThat(read.path("evidence")).isEqualTo(recorded.path("evidence"));
        assertThat(read.path("note")).isEqualTo(recorded.path("note"));
    }
}
