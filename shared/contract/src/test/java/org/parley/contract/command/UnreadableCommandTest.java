package org.parley.contract.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.contract.command.TestCommands.bytes;
import static org.parley.contract.command.TestCommands.faults;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.domain.decision.Refusal.Fault;

/** Input that is not JSON, or not a command. */
class UnreadableCommandTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "null", "[]", "5", "\"RejectCeasefire\"", "true"})
    void rejectsOtherThanAnObject(String text) {
        assertThat(faults(bytes(text))).extracting(Fault::detail).containsExactly("a command is one JSON object");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                    | this is not JSON (line 1, column 2): Unexpected end-of-input: expected close marker for Object
            {'a':1}              | this is not JSON (line 1, column 2): Unexpected character
            {"a":1,"a":2}        | this is not JSON (line 1, column 11): Duplicate Object property "a"
            {} x                 | this is not JSON (line 1, column 4): Unrecognized token 'x'
            {}{}                 | this is not JSON (line 1, column 3): there is more after the object
            {"a":NaN}            | this is not JSON (line 1, column 9): Non-standard token 'NaN'
            {"a":01}             | this is not JSON (line 1, column 7): Invalid numeric value: Leading zeroes not allowed
            {"a":1e99999999999}  | this holds a number that is too large or too small
            """)
    void rejectsMalformedJson(String text, String said) {
        assertThat(faults(bytes(text))).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEmpty();
            assertThat(fault.detail()).startsWith(said).doesNotContain("`", "Source:");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 10_000, 1_000_000})
    void rejectsDeepNesting(int depth) {
        String said = "this is nested more than 64 deep, or holds a number or name that is too long";

        assertThat(faults(bytes("[".repeat(depth)))).extracting(Fault::detail).containsExactly(said);
        assertThat(faults(bytes("{\"by\":".repeat(depth))))
                .extracting(Fault::detail)
                .containsExactly(said);
        assertThat(faults(bytes("{\"by\":" + "1".repeat(1_001) + "}")))
                .extracting(Fault::detail)
                .containsExactly(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                             | is required: the name of a command; the commands are OpenNegotiation, AdmitParty,
            {"command":5}                  | is required: the name of a command; the commands are OpenNegotiation
            {"command":null}               | is required: the name of a command
            {"command":"rejectCeasefire"}  | there is no command 'rejectCeasefire'; the commands are OpenNegotiation
            {"command":""}                 | there is no command ''; the commands are
            """)
    void rejectsAnUnknownCommand(String text, String said) {
        assertThat(faults(bytes(text))).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/command");
            assertThat(fault.detail()).startsWith(said);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00x", "\\u0007"})
    void faultsContainOnlyStorableText(String strange) {
        String name = "{\"command\":\"RejectCeasefire\",\"" + strange + "\":1,\"by\":\"" + strange + "\"}";

        assertThat(faults(bytes(name))).isNotEmpty().allSatisfy(UnreadableCommandTest::isWritable);
        assertThat(faults(bytes("{\"command\":\"" + strange + "\"}")))
                .isNotEmpty()
                .allSatisfy(UnreadableCommandTest::isWritable);
    }

    @Test
    void abbreviatesBetweenCharacters() {
        assertThat(faults(bytes("{\"command\":\"" + "x".repeat(199) + "🕊🕊\"}")))
                .isNotEmpty()
                .allSatisfy(UnreadableCommandTest::isWritable);
    }

    @Test
    void rejectsOtherEncodingsThanUtf8() {
        byte[] json = bytes("{\"command\":\"xx\"}");
        json[13] = (byte) 0xff;

        assertThat(faults(json))
                .extracting(Fault::detail)
                .containsExactly("this is not JSON (line 1, column 15): Invalid UTF-8 start byte 0xff");
    }

    static void isWritable(Fault fault) {
        String text = fault.pointer() + fault.detail();
        assertThat(new String(text.getBytes(UTF_8), UTF_8)).isEqualTo(text).doesNotContain("\u0000", "\u0007");
        assertThat(fault.detail()).isNotBlank().hasSizeLessThan(2_500);
    }
}
