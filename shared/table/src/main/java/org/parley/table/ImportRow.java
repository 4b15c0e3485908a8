package org.parley.table;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.matter.Command;
import org.parley.table.message.CellFault;
import org.parley.table.message.CellNote;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A row of a file and its command. Stores the command as bytes, because a file may have thousands of rows. */
public final class ImportRow {
    private static final NoArgGenerator NEW_IDS = Generators.timeBasedEpochRandomGenerator();

    private final long line;
    private final byte[] json;
    private final String command;
    private final String negotiation;
    private final String matter;
    private final @Nullable String developmentId;
    private final List<CellFault> faults;
    private final List<CellNote> notes;
    private final FieldColumns places;
    private final @Nullable Long sameAs;
    private final boolean contentId;

    private ImportRow(
            long line,
            ObjectNode command,
            List<CellFault> faults,
            List<CellNote> notes,
            FieldColumns places,
            @Nullable Long sameAs,
            boolean contentId) {
        this.line = line;
        this.json = Json.MAPPER.writeValueAsBytes(command);
        this.command = text(command, "command");
        this.negotiation = text(command, "negotiation");
        this.matter = text(command, "matter");
        this.developmentId = command.has("developmentId") ? text(command, "developmentId") : null;
        this.faults = faults.stream().distinct().toList();
        this.notes = List.copyOf(notes);
        this.places = places;
        this.sameAs = sameAs;
        this.contentId = contentId;
    }

    static ImportRow of(
            long line, ObjectNode command, List<CellFault> faults, List<CellNote> notes, FieldColumns places) {
        return new ImportRow(line, command, faults, notes, places, null, false);
    }

    private static String text(ObjectNode command, String field) {
        JsonNode value = command.path(field);
        return value.isString() ? value.asString() : "";
    }

    /** A copy with the id that is derived from its content. */
    ImportRow withContentId(String id, @Nullable Long sameRow) {
        return new ImportRow(line, command().put("developmentId", id), faults, notes, places, sameRow, true);
    }

    /** A copy that refers to an earlier row with the same content. */
    ImportRow sameAs(@Nullable Long sameRow) {
        return new ImportRow(line, command(), faults, notes, places, sameRow, false);
    }

    /** A copy with a new random id, which is recorded even if this row is already recorded. */
    public ImportRow withNewId() {
        return new ImportRow(
                line,
                command().put("developmentId", NEW_IDS.generate().toString()),
                faults,
                notes,
                places,
                sameAs,
                false);
    }

    /** The first line of the row in the file, from 1. */
    public long line() {
        return line;
    }

    /** The command, as JSON in UTF-8 on one line. */
    public byte[] json() {
        return json.clone();
    }

    /** The size of the command's JSON in bytes. */
    public int size() {
        return json.length;
    }

    /** The command. */
    public ObjectNode command() {
        return (ObjectNode) Json.MAPPER.readTree(json);
    }

    /** The name of the command; empty when unknown. */
    public String name() {
        return command;
    }

    /** The slug of its negotiation; empty when unknown. */
    public String negotiation() {
        return negotiation;
    }

    public String matter() {
        return matter;
    }

    /** Whether its command can begin a matter, so that later rows of the matter depend on it. */
    public boolean canBeginMatter() {
        Class<? extends Command> type = DomainCatalogue.commands().get(command);
        return type != null
                && DomainCatalogue.kindOfCommand(type).isPresent()
                && DomainCatalogue.row(type).isInitial();
    }

    /** The id under which it is recorded; empty when it has none yet. */
    public String developmentId() {
        return Objects.requireNonNullElse(developmentId, "");
    }

    /** Why the row cannot be sent; empty when it can. */
    public List<CellFault> faults() {
        return faults;
    }

    /** The cells whose interpretation differs from their text. */
    public List<CellNote> notes() {
        return notes;
    }

    /** The line of an earlier row of the file with the same content; null when there is none. */
    public @Nullable Long sameAs() {
        return sameAs;
    }

    /** Whether its id is derived from its content: an entry with this id has the same content. */
    public boolean hasContentId() {
        return contentId;
    }

    @Nullable public String column(String pointer) {
        return places.column(pointer);
    }
}
