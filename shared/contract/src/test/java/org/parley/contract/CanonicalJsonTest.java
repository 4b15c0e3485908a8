package org.parley.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The examples of the specification.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785</a>
 */
class CanonicalJsonTest {

    /** Appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2",
    })
    void writesNumbersAsEcmaScriptDoes(String ieee754, String expected) {
        double number = Double.longBitsToDouble(Long.parseUnsignedLong(ieee754, 16));

        assertThat(element(Json.MAPPER.createArrayNode().add(number))).isEqualTo(expected);
        assertThat(element(Json.MAPPER.readTree("[" + expected + "]"))).isEqualTo(expected);
        assertThat(element(Json.MAPPER.readTree("[" + number + "]"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void nonFiniteNumberHasNoCanonicalForm(double number) {
        JsonNode json = Json.MAPPER.createArrayNode().add(DoubleNode.valueOf(number));

        assertThatThrownBy(() -> CanonicalJson.of(json)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void loneSurrogateHasNoCanonicalForm() {
        JsonNode json = Json.MAPPER.createObjectNode().put("half", "\ud83d");

        assertThatThrownBy(() -> CanonicalJson.of(json)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hugeNumberHasNoCanonicalForm() {
        JsonNode json = Json.MAPPER.readTree("[1e999999999]");

        assertThatThrownBy(() -> CanonicalJson.of(json)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Sections 3.2.2 and 3.2.4. */
    @Test
    void writesTheSampleObject() {
        String json = """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }""";

        assertThat(canonical(json))
                .isEqualTo("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    /** Section 3.2.3. */
    @Test
    void sortsFieldsByUtf16CodeUnits() {
        String json = """
                {
                  "\\u20ac": "Euro Sign",
                  "\\r": "Carriage Return",
                  "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                  "1": "One",
                  "\\ud83d\\ude00": "Emoji: Grinning Face",
                  "\\u0080": "Control",
                  "\\u00f6": "Latin Small Letter O With Diaeresis"
                }""";

        assertThat(List.copyOf(Json.MAPPER.readTree(canonical(json)).values()))
                .extracting(JsonNode::asString)
                .containsExactly(
                        "Carriage Return",
                        "One",
                        "Control",
                        "Latin Small Letter O With Diaeresis",
                        "Euro Sign",
                        "Emoji: Grinning Face",
                        "Hebrew Letter Dalet With Dagesh");
    }

    @Test
    void sortsNestedObjectsButNotArrays() {
        assertThat(canonical("[{\"b\":{\"d\":1,\"c\":2},\"a\":[3,1,2]},{}]"))
                .isEqualTo("[{\"a\":[3,1,2],\"b\":{\"c\":2,\"d\":1}},{}]");
    }

    @Test
    void hashesTheCanonicalForm() {
        assertThat(CanonicalJson.sha256(Json.MAPPER.readTree("{ }")))
                .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
        assertThat(CanonicalJson.sha256(Json.MAPPER.readTree("{\"b\":1.0,\"a\":\"\\u20ac\"}")))
                .isEqualTo(CanonicalJson.sha256(Json.MAPPER.readTree("{\"a\":\"€\",\"b\":1}")));
    }

    /** Against the canonicalizer of the authors of RFC 8785. */
    @Test
    void agreesWithTheReferenceImplementation() throws Exception {
        Random random = new Random(8785);
        for (int i = 0; i < 20_000; i++) {
            JsonNode json = Json.MAPPER.createArrayNode().add(randomJson(random, 4));
            String reference = new JsonCanonicalizer(Json.MAPPER.writeValueAsString(json)).getEncodedString();

            assertThat(new String(CanonicalJson.of(json), UTF_8)).isEqualTo(reference);
        }
    }

    private static JsonNode randomJson(Random random, int depth) {
        JsonNodeFactory nodes = Json.MAPPER.getNodeFactory();
        return switch (random.nextInt(depth == 0 ? 6 : 8)) {
            case 0 -> nodes.numberNode(random.nextInt());
            case 1 -> nodes.numberNode(random.nextLong());
            case 2 -> nodes.numberNode(new BigDecimal(BigInteger.valueOf(random.nextLong()), random.nextInt(60) - 30));
            case 3 -> nodes.numberNode((random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(30)));
            case 4 -> random.nextBoolean() ? nodes.nullNode() : nodes.booleanNode(random.nextBoolean());
            case 5 -> nodes.stringNode(randomText(random));
            case 6 -> {
                ArrayNode array = Json.MAPPER.createArrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(randomJson(random, depth - 1));
                }
                yield array;
            }
            default -> {
                ObjectNode object = Json.MAPPER.createObjectNode();
                for (int i = random.nextInt(5); i > 0; i--) {
                    object.set(randomText(random), randomJson(random, depth - 1));
                }
                yield object;
            }
        };
    }

    /** All kinds of characters: control characters, ASCII, the rest of the basic plane and beyond it. */
    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> text.append((char) random.nextInt(' '));
                case 1 -> text.append((char) (' ' + random.nextInt(0x60)));
                case 2 -> text.append((char) (0x80 + random.nextInt(Character.MIN_SURROGATE - 0x80)));
                default -> text.appendCodePoint(0xE000 + random.nextInt(0x100000));
            }
        }
        return text.toString();
    }

    private static String canonical(String json) {
        return new String(CanonicalJson.of(Json.MAPPER.readTree(json)), UTF_8);
    }

    private static String element(JsonNode array) {
        String canonical = new String(CanonicalJson.of(array), UTF_8);
        return canonical.substring(1, canonical.length() - 1);
    }
}
