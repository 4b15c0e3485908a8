package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.contract.Commands.json;
import static org.parley.contract.Commands.read;
import static org.parley.contract.Commands.rejectCeasefire;
import static org.parley.contract.Commands.sample;
import static org.parley.contract.Commands.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** A development sent again is known by its content, however that is spelled. */
class ContentHashTest {
    private static final String HASH = hash(rejectCeasefire());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "['RUS']",
                "{'party':'RUS'}",
                "[{'party':'RUS'}]",
            })
    void isEqualHoweverAnActorIsWritten(String by) {
        assertThat(hash(rejectCeasefire("by", by))).isEqualTo(HASH);
    }

    @Test
    void isEqualWhateverTheOrderOfFields() {
        ObjectNode command = rejectCeasefire();
        ObjectNode reversed = Json.MAPPER.createObjectNode();
        command.propertyNames().stream().toList().reversed().forEach(name -> reversed.set(name, command.get(name)));

        assertThat(hash(reversed)).isEqualTo(HASH);
    }

    @Test
    void isEqualWithAnIdAndWithout() {
        assertThat(hash(rejectCeasefire().put("developmentId", Commands.ID))).isEqualTo(HASH);
    }

    @Test
    void isEqualHoweverANumberIsWritten() {
        assertThat(offer("20.0")).isEqualTo(offer("20")).isEqualTo(offer("2e1")).isNotEqualTo(offer("20.1"));
    }

    @Test
    void isEqualHoweverAnActorOfAReplacementIsWritten() {
        assertThat(correction("'RUS'"))
                .isEqualTo(correction("[{'party':'RUS'}]"))
                .isNotEqualTo(correction("'USA'"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            command     | 'AbandonUnderstanding'
            negotiation | 'ukraine-2026'
            matter      | 'anchorage'
            occurred    | '2025-08-15~'
            by          | {'party':'RUS','person':'Vladimir Putin'}
            by          | ['RUS','BLR']
            reason      | 'Not yet!'
            note        | 'A note'
            evidence    | {'sources':[{'publisher':'Wire','title':'A report'}],'grade':'B2'}
            evidence    | {'sources':[{'publisher':'Wire','title':'Another report'}]}
            """)
    void differsWhereAnythingElseIsSaid(String field, String value) {
        assertThat(hash(rejectCeasefire(field, value))).isNotEqualTo(HASH).matches("[0-9a-f]{64}");
    }

    private static String hash(ObjectNode command) {
        return read(command).contentHash();
    }

    private static String offer(String quantity) {
        return hash(with(sample("OfferContribution", Samples.MINIMAL), "quantity", quantity));
    }

    private static String correction(String by) {
        ObjectNode correction = sample("CorrectDevelopment", Samples.MINIMAL);
        ObjectNode replacement = json("{'command':'RejectCeasefire','occurred':'2025'}");
        correction.set("replacement", with(replacement, "by", by));
        return hash(correction);
    }
}
