package org.parley.desk.bulk;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.desk.log.CommandFields;
import org.parley.desk.log.Field.Input;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Commands read from a table or from lines of JSON.
 *
 * <p>A table has a header. A column is called like the field of a command: {@code command, matter, occurred, by, reason,
 * note, title …}; its sources are {@code publisher, source title, url, published, author} and {@code grade}, further ones
 * {@code publisher 2 …}. Where a field takes several actors they are separated by {@code ;}, a person stands in
 * parentheses behind the party's code: {@code RUS (Vladimir Putin); USA}. An empty cell leaves the field out.
 */
final class Table {
    /** How many rows are taken at once. */
    static final int ROWS_MAX = 10_000;

    private static final Pattern SOURCE =
            Pattern.compile("(publisher|source title|url|published|author|archived)(?: (\\d{1,2}))?");
    private static final Pattern ACTOR = Pattern.compile("([^()]+?)\\s*(?:\\((.+)\\))?");
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private Table() {}

    /**
     * A row and the command in it.
     *
     * @param line its line in the file, from 1
     * @param command null where the row cannot be read
     * @param fault why not
     */
    record Row(long line, ObjectNode command, String fault) {}

    /** Reads a file of either form; each command gets an id, so that it is recorded once however often it is sent. */
    static List<Row> read(String text, String negotiation) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        List<Row> rows = content.stripLeading().startsWith("{") ? lines(content) : table(content);
        for (Row row : rows) {
            if (!row.command().has("negotiation")) {
                row.command().put("negotiation", negotiation);
            }
            if (!row.command().has("developmentId")) {
                row.command().put("developmentId", IDS.generate().toString());
            }
        }
        return rows;
    }

    private static List<Row> lines(String text) {
        List<Row> rows = new ArrayList<>();
        long number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                rows.add(line(number, line));
            }
        }
        return rows;
    }

    private static Row line(long number, String line) {
        try {
            if (Json.MAPPER.readTree(line) instanceof ObjectNode command) {
                return new Row(number, command, "");
            }
        } catch (JacksonException e) {
            // told below
        }
        return new Row(number, Json.MAPPER.createObjectNode(), "notJson");
    }

    private static List<Row> table(String text) {
        // What is pasted from a spreadsheet is separated by tabs; European programs write semicolons.
        String header = text.lines().findFirst().orElse("");
        char separator = header.indexOf('\t') >= 0 ? '\t' : header.indexOf(',') >= 0 ? ',' : ';';
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord row : parser) {
                boolean tooLong = row.size() > parser.getHeaderNames().size();
                rows.add(new Row(
                        parser.getCurrentLineNumber(), command(row.toMap()), tooLong ? "moreCellsThanColumns" : ""));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode command(Map<String, String> cells) {
        ObjectNode command = Json.MAPPER.createObjectNode();
        ObjectNode[] sources = new ObjectNode[100];
        ObjectNode evidence = Json.MAPPER.createObjectNode();
        Map<String, Input> inputs = CommandFields.inputs(cells.getOrDefault("command", ""));
        cells.forEach((column, cell) -> {
            String value = cell == null ? "" : cell;
            Matcher source = SOURCE.matcher(column);
            if (value.isEmpty() || column.isBlank()) {
                return;
            }
            if (source.matches()) {
                int number = source.group(2) == null ? 1 : Integer.parseInt(source.group(2));
                if (sources[number] == null) {
                    sources[number] = Json.MAPPER.createObjectNode();
                }
                sources[number].put(source.group(1).equals("source title") ? "title" : source.group(1), value);
            } else if (column.equals("grade") && !inputs.containsKey("grade")) {
                evidence.put("grade", value);
            } else {
                command.set(column, value(inputs.get(column), value));
            }
        });
        ArrayNode given = Json.MAPPER.createArrayNode();
        Stream.of(sources).filter(one -> one != null).forEach(given::add);
        if (inputs.containsKey("source") && !given.isEmpty()) {
            // A source that is added is the command's own.
            command.set("source", given.get(0));
        } else if (!given.isEmpty()) {
            evidence.set("sources", given);
        }
        if (!evidence.isEmpty()) {
            command.set("evidence", evidence);
        }
        return command;
    }

    private static JsonNode value(@Nullable Input input, String text) {
        return switch (input) {
            case ACTORS -> actors(text);
            case MATTERS -> list(text);
            case NUMBER -> number(text);
            case FLAG -> flag(text);
            case null, default -> text(text);
        };
    }

    private static ArrayNode list(String text) {
        ArrayNode list = Json.MAPPER.createArrayNode();
        Stream.of(text.split(";")).map(String::strip).forEach(list::add);
        return list;
    }

    /** What is no number is passed on as it is: the ledger says so. */
    private static JsonNode number(String text) {
        try {
            return Json.MAPPER.getNodeFactory().numberNode(new BigDecimal(text.replace(" ", "")));
        } catch (NumberFormatException e) {
            return text(text);
        }
    }

    private static JsonNode flag(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")
                ? Json.MAPPER.getNodeFactory().booleanNode(Boolean.parseBoolean(text))
                : text(text);
    }

    private static JsonNode text(String text) {
        return Json.MAPPER.getNodeFactory().stringNode(text);
    }

    private static ArrayNode actors(String text) {
        ArrayNode actors = Json.MAPPER.createArrayNode();
        for (String one : text.split(";")) {
            Matcher actor = ACTOR.matcher(one.strip());
            if (actor.matches()) {
                ObjectNode json = actors.addObject().put("party", actor.group(1).strip());
                if (actor.group(2) != null) {
                    json.put("person", actor.group(2).strip());
                }
            }
        }
        return actors;
    }
}
