package org.parley.archive.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import tools.jackson.databind.JsonNode;

/**
 * The trail as CSV (RFC 4180, UTF-8): a header, then a row per entry. Several values of a cell are joined by {@code "; "}.
 *
 * <p>A cell that a spreadsheet would take for a formula, because it begins with {@code =}, {@code +}, {@code -},
 * {@code @}, a tab or a carriage return, is preceded by an apostrophe, which whoever parses the file must take off.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP: CSV injection</a>
 */
final class TrailTable {
    static final List<String> COLUMNS = List.of(
            "position",
            "developmentId",
            "type",
            "kind",
            "matter",
            "occurred",
            "recordedAt",
            "editor",
            "parties",
            "summary",
            "grade",
            "sources",
            "standing",
            "targets",
            "correctedBy",
            "disputed",
            "held",
            "heldUntil");

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final CSVPrinter csv;

    /** Begins the table with its header. */
    TrailTable(Appendable out) throws IOException {
        csv = new CSVPrinter(out, CSVFormat.RFC4180);
        csv.printRecord(COLUMNS);
    }

    /** Writes the row of an entry. */
    void print(TrailEntry entry) {
        PublishedEvent event = entry.event();
        JsonNode evidence = Json.MAPPER.readTree(entry.evidence() == null ? "{}" : entry.evidence());
        try {
            csv.printRecord(
                    event.position(),
                    event.developmentId(),
                    event.type().event(),
                    event.subject().kind().slug(),
                    event.subject().slug(),
                    cell(event.occurred()),
                    PublishedEvent.time(event.recordedAt()),
                    cell(event.editor()),
                    cell(String.join("; ", entry.parties())),
                    cell(entry.summary()),
                    cell(evidence.path("grade").asString("")),
                    cell(sources(evidence)),
                    entry.standing(),
                    text(entry.targets()),
                    text(entry.correctedBy()),
                    entry.disputed(),
                    entry.held(),
                    cell(entry.heldUntil()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sources(JsonNode evidence) {
        return StreamSupport.stream(evidence.path("sources").spliterator(), false)
                .map(source -> source.path("publisher").asString("") + ", "
                        + source.path("title").asString("")
                        + (source.has("url") ? " <" + source.path("url").asString("") + ">" : ""))
                .collect(Collectors.joining("; "));
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }

    static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
