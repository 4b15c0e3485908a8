package org.parley.table;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.catalogue.Catalogue;
import org.parley.contract.Json;
import org.parley.matter.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A row of a file and the command in it. It holds the command as bytes: a file may have thousands. */
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
    private final Places places;
    private final @Nullable Long sameAs;
    private final boolean namedByContent;

    private ImportRow(
            long line,
            ObjectNode command,
            List<CellFault> faults,
            List<CellNote> notes,
            Places places,
            @Nullable Long sameAs,
            boolean namedByContent) {
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
        this.namedByContent = namedByContent;
    }

    static ImportRow of(
            long line, ObjectNode command, List<CellFault> faults, List<CellNote> notes, Places places) {
        return new ImportRow(line, command, faults, notes, places, null, false);
    }

    private static String text(ObjectNode command, String field) {
        JsonNode value = command.path(field);
        return value.isString() ? value.asString() : "";
    }

    /** The same under the id that its content gives it. */
    ImportRow namedByContent(String id, @Nullable Long sameRow) {
        return new ImportRow(line, command().put("developmentId", id), faults, notes, places, sameRow, true);
    }

    /** The same, knowing of an earlier row that says the same. */
    ImportRow sameAs(@Nullable Long sameRow) {
        return new ImportRow(line, command(), faults, notes, places, sameRow, false);
    }

    /** The same under a new id: it is recorded even if this very row was recorded before. */
    public ImportRow anew() {
        return new ImportRow(
                line,
                command().put("developmentId", NEW_IDS.generate().toString()),
                faults,
                notes,
                places,
                sameAs,
                false);
    }

    /** Its first line in the file, from 1. */
    public long line() {
        return line;
    }

    /** The command, as JSON in UTF-8 on one line. */
    public byte[] json() {
        return json.clone();
    }

    /** How many bytes of memory the command takes. */
    public int size() {
        return json.length;
    }

    /** The command. */
    public ObjectNode command() {
        return (ObjectNode) Json.MAPPER.readTree(json);
    }

    /** The name of the command; empty where it is not known. */
    public String name() {
        return command;
    }

    public String negotiation() {
        return negotiation;
    }

    String matter() {
        return matter;
    }

    /** Whether it may begin its matter, so that others of it cannot do without. */
    boolean begins() {
        Class<? extends Command> type = Catalogue.commands().get(command);
        return type != null
                && Catalogue.kindOfCommand(type).isPresent()
                && Catalogue.step(type).begins();
    }

    /** The id it is recorded under. */
    public String developmentId() {
        return Objects.requireNonNullElse(developmentId, "");
    }

    /** Why the row is not sent; empty when it can be. */
    public List<CellFault> faults() {
        return faults;
    }

    /** Cells that are understood otherwise than they are written. */
    public List<CellNote> notes() {
        return notes;
    }

    /** The line of an earlier row of the same file that says exactly the same; null when none does. */
    public @Nullable Long sameAs() {
        return sameAs;
    }

    /** Whether its id is made of what it says: who has that id, says the same. */
    boolean isNamedByContent() {
        return namedByContent;
    }

    @Nullable String column(String pointer) {
        return places.column(pointer);
    }
}
