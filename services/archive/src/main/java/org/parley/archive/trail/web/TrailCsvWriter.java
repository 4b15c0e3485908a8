package org.parley.archive.trail.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.parley.archive.table.format.CsvCell;
import org.parley.archive.trail.query.TrailEntry;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.domain.coding.EventCodes;
import tools.jackson.databind.JsonNode;

/**
 * Writes the trail as CSV (RFC 4180, UTF-8): a header, then a row per entry.
 *
 * <p>Cells are written as {@link CsvCell} describes. The columns of the sources have one value per source, in the same
 * order; an absent value is empty.
 */
final class TrailCsvWriter {
    /** The columns in order, documented in {@code docs/analysts/trail-csv.md}. */
    static final List<String> COLUMNS = List.of(
            "position",
            "developmentId",
            "type",
            "kind",
            "matter",
            "matterTitle",
            "occurred",
            "recordedAt",
            "editor",
            "parties",
            "summary",
            "note",
            "grade",
            "sourceCount",
            "publishers",
            "titles",
            "urls",
            "published",
            "authors",
            "archived",
            "standing",
            "targets",
            "correctedBy",
            "plover",
            "ploverMode",
            "cameo",
            "disputed",
            "held",
            "heldUntil");

    /** Marks a file as UTF-8 for Excel. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CSVPrinter csv;

    /**
     * Writes the header.
     *
     * @param bom whether to start with a byte order mark
     */
    TrailCsvWriter(Appendable out, boolean bom) throws IOException {
        if (bom) {
            out.append(BYTE_ORDER_MARK);
        }
        csv = new CSVPrinter(out, CSVFormat.RFC4180);
        csv.printRecord(COLUMNS);
    }

    /** Writes the row of an entry. */
    void printRow(TrailEntry entry) {
        PublishedEvent event = entry.event();
        JsonNode evidence = Json.MAPPER.readTree(entry.evidence() == null ? "{}" : entry.evidence());
        List<JsonNode> sources = StreamSupport.stream(evidence.path("sources").spliterator(), false)
                .toList();
        Optional<EventCodes> codes = EventCodes.of(event.type().event());
        try {
            csv.printRecord(
                    event.position(),
                    event.developmentId(),
                    event.type().event(),
                    event.subject().kind().slug(),
                    event.subject().slug(),
                    cell(entry.title()),
                    cell(event.occurred()),
                    PublishedEvent.time(event.recordedAt()),
                    cell(event.editor()),
                    cell(entry.parties()),
                    cell(entry.summary()),
                    cell(note(event)),
                    cell(evidence.path("grade").asString("")),
                    sources.size(),
                    column(sources, "publisher"),
                    column(sources, "title"),
                    column(sources, "url"),
                    column(sources, "published"),
                    column(sources, "author"),
                    column(sources, "archived"),
                    entry.standing(),
                    text(entry.targets()),
                    text(entry.correctedBy()),
                    text(codes, EventCodes::plover),
                    text(codes, EventCodes::mode),
                    text(codes, EventCodes::cameo),
                    entry.disputed(),
                    entry.held(),
                    cell(entry.heldUntil()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The note of an entry; for a correction without one, that of its replacement. */
    private static String note(PublishedEvent event) {
        JsonNode data = Json.MAPPER.readTree(event.data());
        JsonNode note =
                data.has("note") ? data.path("note") : data.path("replacement").path("note");
        return note.asString("");
    }

    private static String column(List<JsonNode> sources, String field) {
        return cell(
                sources.stream().map(source -> source.path(field).asString("")).toList());
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }

    private static String text(Optional<EventCodes> codes, Function<EventCodes, @Nullable String> code) {
        return codes.map(code).orElse("");
    }

    /** A cell with several values. */
    static String cell(Collection<String> values) {
        return CsvCell.guarded(values);
    }

    /** A cell with one value. */
    static String cell(@Nullable String text) {
        return CsvCell.guarded(text);
    }
}
