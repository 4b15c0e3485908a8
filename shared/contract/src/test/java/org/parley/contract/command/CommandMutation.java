package org.parley.contract.command;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A command with random changes. */
final class CommandMutation {
    /** Maps every byte of a mutation to one character. */
    static final Charset CHARSET = StandardCharsets.ISO_8859_1;

    private static final List<String> FIELDS = List.of(
            "command",
            "by",
            "between",
            "party",
            "person",
            "evidence",
            "sources",
            "grade",
            "url",
            "occurred",
            "note",
            "title",
            "matter",
            "quantity",
            "replacement",
            "target",
            "0",
            "",
            "a/b~c",
            "\u0000",
            "\ud800",
            "ı",
            "🕊");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "20.00",
            "1e400",
            "1e999999999",
            "1e99999999999",
            "1e-999999999",
            "12345678901234567890",
            "\"\"",
            "\" \"",
            "\"\\u00a0\"",
            "\"x\"",
            "\"RUS\"",
            "\"rus\"",
            "\"RUS\\n\"",
            "\"İstanbul ıI\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"🕊\"",
            "\"2025-08\"",
            "\"2025-08-15~\"",
            "\"2025-02-30\"",
            "\"9999-12-31\"",
            "\"0000\"",
            "\"2025/2024\"",
            "\"B2\"",
            "\"G7\"",
            "\"https://example.org/a?b=c\"",
            "\"http://[\"",
            "\"https://x/%\"",
            "\"alaska-2\"",
            "\"ceasefire/alaska\"",
            "\"STATE\"",
            "\"UPHELD\"",
            "\"RejectCeasefire\"",
            "\"CorrectDevelopment\"",
            "[]",
            "{}",
            "[[]]",
            "[\"RUS\"]",
            "[\"RUS\",\"USA\",\"UKR\"]",
            "{\"party\":\"USA\"}",
            "{\"party\":\"USA\",\"person\":\"A\"}",
            "{\"sources\":[]}",
            "{\"command\":\"SignBilateralAgreement\",\"between\":[\"RUS\"],\"occurred\":\"2025\"}",
            "{\"command\":\"AddSource\"}",
            "{\"type\":\"CeasefireRejected\"}",
            "\"" + "🕊".repeat(90) + "\"",
            "\"" + "x".repeat(501) + "\"",
            "\"" + "x".repeat(20_001) + "\"",
            "[".repeat(70) + "]".repeat(70));
    private static final String PLACEHOLDER = "\"\u2205\"";

    private CommandMutation() {}

    static byte[] of(ObjectNode command, Random random) {
        if (random.nextInt(5) == 0) {
            return ofBytes(TestCommands.bytes(command.toString()), random);
        }
        ObjectNode changed = command.deepCopy();
        List<String> values = new ArrayList<>();
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
            change(changed, random);
            values.add(choose(VALUES, random));
        }
        String text = escaped(changed.toString());
        for (String value : values) {
            int start = text.indexOf(PLACEHOLDER);
            text = start < 0 ? text : text.substring(0, start) + value + text.substring(start + PLACEHOLDER.length());
        }
        return TestCommands.bytes(text);
    }

    /** Removes a node, or inserts a placeholder for another value in place of a node or next to it. */
    private static void change(ObjectNode command, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(command, containers);
        JsonNode container = choose(containers, random);
        boolean removed = random.nextInt(4) == 0;
        if (container instanceof ObjectNode object) {
            List<String> names = List.copyOf(object.propertyNames());
            String name = names.isEmpty() || random.nextInt(4) == 0 ? choose(FIELDS, random) : choose(names, random);
            if (removed) {
                object.remove(name);
            } else {
                object.put(name, "\u2205");
            }
        } else if (container instanceof ArrayNode array) {
            int index = random.nextInt(array.size() + 1);
            if (removed && index < array.size()) {
                array.remove(index);
            } else {
                array.insert(index, "\u2205");
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static byte[] ofBytes(byte[] json, Random random) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int from = random.nextInt(json.length);
        int to = Math.min(json.length, from + random.nextInt(3));
        byte[] noise = new byte[random.nextInt(3)];
        random.nextBytes(noise);
        bytes.write(json, 0, from);
        bytes.writeBytes(noise);
        if (random.nextInt(4) != 0) {
            bytes.write(json, to, json.length - to);
        }
        return bytes.toByteArray();
    }

    /** Writes surrogates as escapes, because UTF-8 cannot encode lone surrogates. */
    private static String escaped(String json) {
        return json.codePoints()
                .mapToObj(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                        ? String.format("\\u%04x", c)
                        : Character.toString(c))
                .reduce("", String::concat);
    }

    private static <T> T choose(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
