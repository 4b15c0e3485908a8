package org.parley.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class CanonicalFormTest {
    private static final String LITTLE =
            "{\"a\":[0,-7,{},[]],\"a1\":-12.5,\"a2\":0.000001,\"b\":\"€ \\\"\\\\ \\n\",\"c\":{\"x\":true,\"y\":null},\"d\":1}";

    @Test
    void whatIsWrittenCanonicallyIsRecognized() {
        assertThat(CanonicalForm.isCertain(LITTLE.getBytes(UTF_8))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{} ",
                " {}",
                "{ }",
                "{}}",
                "{\"a\":1,}",
                "{,}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\" :1}",
                "{\"b\":1,\"a\":1}",
                "{\"a\":1,\"a\":1}",
                "{\"aa\":1,\"a\":1}",
                "{\"a\":01}",
                "{\"a\":-0}",
                "{\"a\":+1}",
                "{\"a\":1.0}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":00.5}",
                "{\"a\":0.0000001}",
                "{\"a\":1e2}",
                "{\"a\":tru}",
                "{\"a\":nul}",
                "{\"a\":[1,]}",
                "{\"a\":[1 ]}",
                "{\"a\":\"\\/\"}",
                "{\"a\":\"\\u00e9\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"",
                "{\"a\":\"\\"
            })
    void otherFormsAreNot(String json) {
        assertThat(CanonicalForm.isCertain(json.getBytes(UTF_8))).isFalse();
    }

    @Test
    void onlyUtf8IsRecognized() {
        for (int[] bytes : List.of(
                new int[] {0xFF},
                new int[] {0x80},
                new int[] {0xC0, 0xAF},
                new int[] {0xE0, 0x80, 0xAF},
                new int[] {0xED, 0xA0, 0xBD},
                new int[] {0xF4, 0x90, 0x80, 0x80},
                new int[] {0xE2, 0x82})) {
            StringBuilder json = new StringBuilder("{\"a\":\"");
            for (int each : bytes) {
                json.append((char) each);
            }
            assertThat(CanonicalForm.isCertain(json.append("\"}").toString().getBytes(ISO_8859_1)))
                    .isFalse();
        }
    }

    /** Whatever is changed in a canonical text: what is still recognized is what parsing and writing gives. */
    @Test
    void recognizesNothingElse() {
        Random random = new Random(8785);
        byte[] marks = "{}[]\":,\\0-1atruefalsn .e+ \n".getBytes(UTF_8);
        int recognized = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] changed = LITTLE.getBytes(UTF_8);
            for (int n = random.nextInt(3); n >= 0; n--) {
                changed[random.nextInt(changed.length)] =
                        random.nextInt(8) == 0 ? (byte) random.nextInt(256) : marks[random.nextInt(marks.length)];
            }
            if (CanonicalForm.isCertain(changed)) {
                recognized++;
                assertThat(CanonicalJson.of(Json.MAPPER.readTree(changed))).isEqualTo(changed);
            }
        }
        assertThat(recognized).isGreaterThan(1_000);
    }

    @Test
    void nestingIsLimitedAsForParsing() {
        String deepest = "{\"a\":" + "[".repeat(Json.DEPTH_MAX - 1) + "]".repeat(Json.DEPTH_MAX - 1) + "}";
        assertThat(CanonicalForm.isCertain(deepest.getBytes(UTF_8))).isTrue();
        assertThat(CanonicalJson.of(Json.MAPPER.readTree(deepest))).isEqualTo(deepest.getBytes(UTF_8));
        String tooDeep = deepest.replace("[]", "[[]]");
        assertThat(CanonicalForm.isCertain(tooDeep.getBytes(UTF_8))).isFalse();
        assertThatThrownBy(() -> CanonicalJson.of(tooDeep.getBytes(UTF_8))).isInstanceOf(JacksonException.class);
    }
}
