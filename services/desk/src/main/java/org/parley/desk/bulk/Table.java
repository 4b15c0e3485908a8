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
import org.parley.contract.Json;
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
    private static final List<String> ACTORS = List.of(
            "by",
            "consentOf",
            "against",
            "to",
            "with",
            "between",
            "of",
            "guarantors",
            "participants",
            "host",
            "allegedBy");
    private static final List<String> LISTS = List.of("touches");
    private static final List<String> NUMBERS = List.of("quantity");
    private static final List<String> FLAGS = List.of("ruledOut", "precondition", "complete");

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
            if (!line.isBlank() && rows.size() < ROWS_MAX) {
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
                if (rows.size() < ROWS_MAX) {
                    rows.add(new Row(parser.getCurrentLineNumber(), command(row.toMap()), ""));
                }
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
            } else if (column.equals("grade")) {
                evidence.put("grade", value);
            } else {
                command.set(column, value(column, value));
            }
        });
        ArrayNode given = Json.MAPPER.createArrayNode();
        Stream.of(sources).filter(one -> one != null).forEach(given::add);
        if (!given.isEmpty()) {
            evidence.set("sources", given);
        }
        if (!evidence.isEmpty()) {
            command.set("evidence", evidence);
        }
        return command;
    }

    private static JsonNode value(String column, String text) {
        if (ACTORS.contains(column)) {
            return actors(text);
        }
        if (LISTS.contains(column)) {
            ArrayNode list = Json.MAPPER.createArrayNode();
            Stream.of(text.split(";")).map(String::strip).forEach(list::add);
            return list;
        }
        if (NUMBERS.contains(column)) {
            try {
                return Json.MAPPER.getNodeFactory().numberNode(new BigDecimal(text.replace(" ", "")));
            } catch (NumberFormatException e) {
                return Json.MAPPER.getNodeFactory().stringNode(text);
            }
        }
        if (FLAGS.contains(column) && (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"))) {
            return Json.MAPPER.getNodeFactory().booleanNode(Boolean.parseBoolean(text));
        }
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
