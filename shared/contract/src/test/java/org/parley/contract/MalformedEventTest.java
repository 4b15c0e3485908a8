package org.parley.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.contract.PublishedEventTest.rejected;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.command.TestCommands;

/** A malformed event is rejected as a whole. */
class MalformedEventTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "type",
                "subject",
                "position",
                "sequence",
                "editor",
                "correlationid",
                "recordedtime",
            })
    void missingAttributeIsMalformed(String missing) {
        Map<String, String> attributes = new LinkedHashMap<>(rejected(null).attributes());
        attributes.remove(missing);

        assertThatThrownBy(() -> PublishedEvent.of(attributes, new byte[0]))
                .isInstanceOf(MalformedEventException.class)
                .hasMessageContaining("lacks the attribute '" + missing + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "id, one",
        "type, org.parley.CeasefireRejected.v2",
        "type, CeasefireRejected",
        "subject, ukraine-2025/ceasefire",
        "subject, ukraine-2025/truce/alaska",
        "subject, ukraine-2025/ceasefire/Alaska",
        "position, first",
        "position, 0",
        "position, -1",
        "position, 99999999999999999999",
        "sequence, 1.5",
        "recordedtime, yesterday",
        "occurred, 15.08.2025",
    })
    void invalidAttributeIsMalformed(String name, String value) {
        Map<String, String> attributes = new LinkedHashMap<>(rejected("2025").attributes());
        attributes.put(name, value);

        assertThatThrownBy(() -> PublishedEvent.of(attributes, new byte[0]))
                .isInstanceOf(MalformedEventException.class)
                .hasMessageContaining("event");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"by\":[]}",
                "{\"by\":null}",
                "{\"by\":\"RUS\"}",
                "{\"by\":[{\"person\":\"Vladimir Putin\"}]}",
                "{\"by\":[{\"party\":\"rus\"}]}",
                "{\"by\":[{\"party\":\"RUS\"}],\"more\":1}",
                "{\"by\":[{\"party\":\"RUS\"}],\"occurred\":2025}",
                "{\"by\":[{\"party\":\"RUS\"}],\"occurred\":null}",
                "{\"by\":[{\"party\":\"RUS\"}],\"evidence\":{\"sources\":[]}}",
                "{\"by\":[{\"party\":\"RUS\"}],\"evidence\":{\"sources\":[{\"publisher\":\"Wire\"}]}}",
                "{\"by\":[{\"party\":\"RUS\"}],\"voices\":\"VOX\"}",
                "{\"by\":[{\"party\":\"RUS\"}],\"reason\":\"a\",\"reason\":\"b\"}",
            })
    void dataOfAnotherTypeIsMalformed(String data) {
        PublishedEvent event = PublishedEvent.of(rejected(null).attributes(), data.getBytes(UTF_8));

        assertThatThrownBy(event::entry)
                .isInstanceOf(MalformedEventException.class)
                .hasMessageContaining("event " + TestCommands.ID + " at position 7");
    }
}
