package org.parley.table.cell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.parley.contract.Json;
import org.parley.domain.evidence.Grade;
import org.parley.domain.matter.Slug;
import org.parley.table.message.ImportMessage;
import tools.jackson.databind.node.ArrayNode;

/** Reads cells by the types of their fields. */
public final class CellReader {
    private static final Pattern GRADE = Pattern.compile(Grade.PATTERN);
    private static final Pattern SHORT_NAME = Pattern.compile(Slug.PATTERN);
    private static final Map<String, Boolean> FLAGS = Map.ofEntries(
            Map.entry("true", true),
            Map.entry("yes", true),
            Map.entry("si", true),
            Map.entry("verdadero", true),
            Map.entry("wahr", true),
            Map.entry("ja", true),
            Map.entry("vrai", true),
            Map.entry("oui", true),
            Map.entry("false", false),
            Map.entry("no", false),
            Map.entry("falso", false),
            Map.entry("falsch", false),
            Map.entry("nein", false),
            Map.entry("faux", false),
            Map.entry("non", false));

    private final Vocabulary vocabulary;
    private final PartyCells parties;
    private final HandoverCells handovers;

    public CellReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.parties = new PartyCells(vocabulary);
        this.handovers = new HandoverCells(parties);
    }

    /** The command of a row, by its name or a label. */
    public CellValue command(String cell) {
        List<String> found = vocabulary.commands(cell);
        if (found.size() == 1) {
            String command = found.getFirst();
            return command.equals(cell) ? CellValue.text(cell) : CellValue.interpreted(command);
        } else if (found.size() > 1) {
            return CellValue.unclear("command.twoMeanings", ImportMessage.quoted(cell), String.join(", ", found));
        }
        return vocabulary
                .closestCommand(cell)
                .map(like -> CellValue.unclear("command.unknownLike", ImportMessage.quoted(cell), like))
                .orElseGet(() -> CellValue.unclear("command.unknown", ImportMessage.quoted(cell)));
    }

    /**
     * The value of a cell.
     *
     * @param cell not empty
     */
    public CellValue read(FieldTypes.FieldType field, String cell) {
        ImportMessage fault = CellText.fault(cell);
        if (fault != null) {
            return new CellValue.Unclear(fault);
        }
        String visible = CellText.visible(cell);
        return switch (field.type()) {
            case TEXT -> CellValue.text(cell);
            case DATE -> DateCell.read(visible);
            case NUMBER -> NumberCell.read(visible);
            case FLAG -> flag(visible);
            case EMBARGO -> embargo(visible);
            case CHOICE -> choice(visible, field.options());
            case GRADE -> grade(visible);
            case SHORT_NAME -> shortName(visible);
            case ACTORS -> parties.actors(cell);
            case PARTY -> parties.party(cell);
            case NEW_PARTY -> PartyCells.newParty(visible);
            case PARTIES -> parties.parties(cell);
            case HANDOVERS -> handovers.read(cell);
            case LIST -> list(cell);
            case SOURCE, NESTED -> throw new IllegalStateException(field + " has no column");
        };
    }

    private CellValue choice(String cell, List<String> options) {
        if (options.contains(cell)) {
            return CellValue.text(cell);
        }
        String found = vocabulary.choice(cell, options);
        return found == null
                ? CellValue.unclear("choice.none", ImportMessage.quoted(cell), String.join(", ", options))
                : CellValue.interpreted(found);
    }

    private static CellValue flag(String cell) {
        Boolean flag = FLAGS.get(NameIndex.key(cell));
        if (flag == null) {
            return CellValue.unclear("flag.none", ImportMessage.quoted(cell));
        }
        var json = Json.MAPPER.getNodeFactory().booleanNode(flag);
        return cell.equalsIgnoreCase(flag.toString())
                ? new CellValue.Literal(json)
                : new CellValue.Interpreted(json, flag.toString());
    }

    /** Only an empty cell means no embargo: whether other words mean the same is not guessed. */
    private static CellValue embargo(String cell) {
        Boolean flag = FLAGS.get(NameIndex.key(cell));
        if (Boolean.TRUE.equals(flag)) {
            return flag(cell);
        }
        CellValue date = flag == null ? DateCell.read(cell) : CellValue.unclear("date.none");
        return date instanceof CellValue.Unclear unclear && unclear.why().key().equals("date.none")
                ? CellValue.unclear("embargo.none", ImportMessage.quoted(cell))
                : date;
    }

    static CellValue grade(String cell) {
        String grade = cell.replaceAll("[\\s/-]", "").toUpperCase(Locale.ROOT);
        if (!GRADE.matcher(grade).matches()) {
            return CellValue.unclear("grade.none", ImportMessage.quoted(cell));
        }
        return grade.equals(cell) ? CellValue.text(cell) : CellValue.interpreted(grade);
    }

    private CellValue shortName(String cell) {
        if (SHORT_NAME.matcher(cell).matches()) {
            return CellValue.text(cell);
        }
        List<String> titled = vocabulary.matters(cell);
        if (!titled.isEmpty()) {
            return CellValue.unclear("shortName.title", ImportMessage.quoted(cell), String.join(", ", titled));
        }
        String suggestion = Slugs.of(cell);
        return suggestion.isEmpty()
                ? CellValue.unclear("shortName.none", ImportMessage.quoted(cell))
                : CellValue.unclear("shortName.like", ImportMessage.quoted(cell), suggestion);
    }

    private static CellValue list(String cell) {
        ArrayNode list = Json.MAPPER.createArrayNode();
        Stream.of(cell.split("[;,\\r\\n]"))
                .map(CellText::trimmed)
                .filter(text -> !text.isEmpty())
                .forEach(list::add);
        return new CellValue.Literal(list);
    }
}
