package org.parley.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.contract.Json;
import org.parley.table.message.CellFault;
import org.parley.table.message.ImportMessage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads commands from NDJSON: one per line. */
final class NdjsonReader {
    private static final Pattern DUPLICATE = Pattern.compile("Duplicate Object property \"(.{1,80}?)\"");

    private NdjsonReader() {}

    static boolean isJson(String text) {
        String begin = text.stripLeading();
        return begin.startsWith("{") || begin.startsWith("[");
    }

    static List<ImportRow> read(String text, String negotiation) throws UnreadableFileException {
        List<ImportRow> rows = new ArrayList<>();
        long number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (line.isBlank()) {
                continue;
            } else if (rows.size() == ImportReader.ROWS_MAX) {
                throw new UnreadableFileException(ImportMessage.of(
                        "file.tooManyRows",
                        text.lines().filter(one -> !one.isBlank()).count(),
                        ImportReader.ROWS_MAX));
            }
            ImportRow row = row(number, line, negotiation);
            if (rows.isEmpty() && !row.faults().isEmpty() && isOneText(text)) {
                throw new UnreadableFileException(ImportMessage.of("file.notLines"));
            }
            rows.add(row);
        }
        return rows;
    }

    private static ImportRow row(long number, String line, String negotiation) {
        try {
            JsonNode json = Json.MAPPER.readTree(line);
            if (json instanceof ObjectNode command) {
                if (!command.has("negotiation")) {
                    command.put("negotiation", negotiation);
                }
                return ImportRow.of(number, command, lost(line), List.of(), FieldColumns.OF_JSON);
            }
            return unreadable(number, ImportMessage.of("line.notObject"));
        } catch (JacksonException e) {
            Matcher duplicate = DUPLICATE.matcher(String.valueOf(e.getOriginalMessage()));
            return unreadable(
                    number, duplicate.find() ? ImportMessage.of("line.twice", duplicate.group(1)) : notJson(e));
        } catch (ArithmeticException | NumberFormatException e) {
            return unreadable(number, ImportMessage.of("line.number"));
        }
    }

    private static ImportMessage notJson(JacksonException e) {
        return e.getLocation() == null || e.getLocation().getColumnNr() < 1
                ? ImportMessage.of("line.notJson")
                : ImportMessage.of("line.notJsonAt", e.getLocation().getColumnNr());
    }

    private static ImportRow unreadable(long number, ImportMessage why) {
        return ImportRow.of(
                number,
                Json.MAPPER.createObjectNode(),
                List.of(new CellFault(null, why)),
                List.of(),
                FieldColumns.OF_JSON);
    }

    private static List<CellFault> lost(String line) {
        int at = line.indexOf('\uFFFD');
        return at < 0
                ? List.of()
                : List.of(new CellFault(
                        null,
                        ImportMessage.of(
                                "cell.lostCharacter",
                                ImportMessage.quoted(
                                        line.substring(Math.max(0, at - 20), Math.min(line.length(), at + 20))))));
    }

    /** Whether the lines are one JSON text: a list of commands, or a command over several lines. */
    private static boolean isOneText(String text) {
        try {
            return Json.MAPPER.readTree(text).isContainer();
        } catch (JacksonException | ArithmeticException | NumberFormatException e) {
            return false;
        }
    }
}
