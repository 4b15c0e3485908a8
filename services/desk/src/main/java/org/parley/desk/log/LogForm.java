package org.parley.desk.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.desk.api.NegotiationState.Matter;
import org.parley.desk.api.NegotiationState.Party;
import org.parley.desk.api.Problem;
import org.parley.desk.api.TrailEntry;
import org.parley.editorial.EditorialCommand;
import org.parley.matter.Kind;

/**
 * A command's form, ready to be shown.
 *
 * @param command the command given
 * @param told the command whose fields are asked for: that of the replacement in a correction, else the same
 * @param kind the slug of the kind of matter
 * @param matter the matter it is about, if it exists
 * @param target the entry it speaks of, if it is editorial
 * @param fresh whether nobody has filled anything in yet
 * @param problem why it was refused, if it was
 */
public record LogForm(
        String command,
        String told,
        String kind,
        @Nullable Matter matter,
        @Nullable TrailEntry target,
        List<Field> fields,
        Values values,
        List<Party> parties,
        List<Matter> matters,
        boolean fresh,
        @Nullable Problem problem) {
    private static final int SPARE_ROWS = 1;

    /** Whether it speaks of a development rather than of the world. */
    public boolean isEditorial() {
        return EditorialCommand.class.isAssignableFrom(CommandFields.type(command));
    }

    public boolean isCorrection() {
        return command.equals("CorrectDevelopment");
    }

    /** Whether it tells of the world, and so asks when it happened and how that is known. */
    public boolean asksCircumstances() {
        return !isEditorial() || isCorrection();
    }

    /** Whether it can be recorded under embargo. */
    public boolean asksEmbargo() {
        return !command.equals("HoldDevelopment") && !command.equals("ReleaseDevelopment");
    }

    /** Whether it may begin a matter. */
    public boolean isNew() {
        return asksCircumstances() && !isCorrection() && matter == null && !kind.equals(Kind.NEGOTIATION.slug());
    }

    /** Whether date and sources may be left out: such a command sets the scene. */
    public boolean isScene() {
        return isScene(told);
    }

    static boolean isScene(String command) {
        return List.of("OpenNegotiation", "AdmitParty", "RaiseQuestion").contains(command);
    }

    /** Whether it says what something is called: where it begins, and where that is corrected. */
    public boolean asksTitle() {
        return isNew()
                || opensNegotiation()
                || told.equals("RaiseQuestion")
                || isCorrection() && EventNames.begins(told);
    }

    /** Whether the negotiation itself is named by the form. */
    public boolean opensNegotiation() {
        return command.equals("OpenNegotiation");
    }

    /** Whether it asks for parties while there are none to choose from. */
    public boolean lacksParties() {
        return parties.isEmpty()
                && fields.stream().anyMatch(field -> field.input() == Field.Input.ACTORS && field.required());
    }

    /** What a draft of it is kept under: the same command about the same thing is the same draft. */
    public String draft() {
        return command + ":" + kind + "/" + (matter == null ? "" : matter.matter()) + ":"
                + (target == null ? "" : target.developmentId());
    }

    /** The disputes to choose from. */
    public List<TrailEntry> disputes() {
        return target == null ? List.of() : target.disputes();
    }

    /** The id that it is recorded under. */
    String developmentId() {
        return values.get(FormDesk.ID);
    }

    /** The event it becomes, whose name the pages call it by. */
    public String event() {
        return EventNames.of(command);
    }

    /** How many rows of actors a field shows: those filled in, one more, and those asked for. */
    public List<Integer> actorRows(String field) {
        return rows(field, field + ".", 2);
    }

    /** How many sources are shown. */
    public List<Integer> sourceRows() {
        return rows("source", "source.", 1);
    }

    private List<Integer> rows(String name, String prefix, int least) {
        int filled = 0;
        for (int i = 0; i < FormReader.ROWS_MAX; i++) {
            if (values.any(prefix + i + ".")) {
                filled = i + 1;
            }
        }
        int asked = values.has("rows." + name) ? Integer.parseInt(values.get("rows." + name)) : 0;
        int rows = Math.min(FormReader.ROWS_MAX, Math.max(Math.max(least, filled + SPARE_ROWS), asked));
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    /** What is wrong with a field, in the ledger's words. */
    public List<String> faults(String field) {
        return problem == null
                ? List.of()
                : problem.faults().stream()
                        .filter(fault -> fieldOf(fault.pointer()).equals(field))
                        .map(Problem.Fault::detail)
                        .toList();
    }

    /** All that is wrong, by the field it is wrong with. */
    public Map<String, List<String>> allFaults() {
        Map<String, List<String>> faults = new LinkedHashMap<>();
        if (problem != null) {
            problem.faults()
                    .forEach(fault -> faults.computeIfAbsent(fieldOf(fault.pointer()), field -> new ArrayList<>())
                            .add(fault.detail()));
        }
        return faults;
    }

    private String fieldOf(String pointer) {
        if (isCorrection() && pointer.equals("/reason")) {
            return "because";
        }
        String path = pointer.startsWith("/replacement/") ? pointer.substring("/replacement".length()) : pointer;
        String[] parts = path.split("/");
        return parts.length < 2 ? "" : parts[1];
    }

    LogForm refused(Problem because) {
        return new LogForm(command, told, kind, matter, target, fields, values, parties, matters, fresh, because);
    }
}
