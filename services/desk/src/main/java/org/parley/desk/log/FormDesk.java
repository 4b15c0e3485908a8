package org.parley.desk.log;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.catalogue.Catalogue;
import org.parley.contract.Json;
import org.parley.desk.api.Archive;
import org.parley.desk.api.Moment;
import org.parley.desk.api.NegotiationState;
import org.parley.desk.api.NegotiationState.Matter;
import org.parley.desk.api.Problem;
import org.parley.desk.api.Refused;
import org.parley.desk.api.TrailEntry;
import org.parley.matter.Kind;
import org.parley.table.Slugs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Prepares command forms, and converts submitted forms to commands. */
final class FormDesk {
    static final String ID = "developmentId";

    /** Flags that are true unless the editor clears them. */
    private static final List<String> CHECKED_BY_DEFAULT = List.of("complete");

    private final Archive archive;
    private final FormReader reader;
    private final NoArgGenerator ids = Generators.timeBasedEpochRandomGenerator();

    FormDesk(Archive archive, Clock clock) {
        this.archive = archive;
        this.reader = new FormReader(clock);
    }

    /**
     * The form of a command.
     *
     * @param negotiation null for the command that opens one
     * @param submitted the values of the form; without a {@code developmentId} the form is new
     * @throws Refused (404) when there is no such command, negotiation, matter or target
     */
    LogForm form(@Nullable String negotiation, String command, Values submitted) {
        if (!Catalogue.commands().containsKey(command)) {
            throw notFound("There is no command '" + command + "'.");
        }
        TrailEntry target = submitted.has("target") ? archive.entry(submitted.get("target"), Moment.NOW, null) : null;
        NegotiationState state = negotiation == null ? null : archive.state(negotiation, Moment.NOW);
        ObjectNode currentContent =
                command.equals("CorrectDevelopment") && target != null ? currentContent(target) : null;
        String fieldCommand = fieldCommand(command, target, currentContent, submitted);
        String kind = Catalogue.kindOfCommand(CommandFields.type(fieldCommand))
                .map(Kind::slug)
                .orElse(target == null ? "" : target.kind());
        List<Field> fields = CommandFields.of(fieldCommand);
        LogForm form = new LogForm(
                command,
                fieldCommand,
                kind,
                submitted.has("begins")
                        ? null
                        : matter(state, kind, target == null ? submitted.get("matter") : target.matter()),
                target,
                fields,
                values(submitted, currentContent, fields, fieldCommand),
                state == null ? List.of() : state.parties(),
                state == null ? List.of() : state.matters(),
                !submitted.has(ID),
                null);
        if (form.isEditorial() && target == null) {
            throw notFound("This command is about a development: start from its entry in the trail.");
        }
        return form;
    }

    /**
     * The form while the archive is unavailable: it keeps the submitted values, so that they can be sent again.
     *
     * @throws Refused (404) when there is no such command
     */
    LogForm blind(String command, Values submitted) {
        String fieldCommand = submitted.has("with") ? submitted.get("with") : command;
        if (!Catalogue.commands().containsKey(fieldCommand)) {
            throw notFound("There is no command '" + fieldCommand + "'.");
        }
        String kind = Catalogue.kindOfCommand(CommandFields.type(fieldCommand))
                .map(Kind::slug)
                .orElse("");
        List<Field> fields = CommandFields.of(fieldCommand);
        return new LogForm(
                command,
                fieldCommand,
                kind,
                null,
                null,
                fields,
                submitted,
                submitted.parties(fields),
                submitted.matters(fields),
                false,
                null);
    }

    /** The command whose fields the form shows: for a correction the replacement, otherwise the command itself. */
    private static String fieldCommand(
            String command, @Nullable TrailEntry target, @Nullable JsonNode currentContent, Values submitted) {
        if (currentContent == null || target == null) {
            return command;
        }
        String with = submitted.get("with");
        return Catalogue.commands().containsKey(with)
                ? with
                : EventNames.commandOf(currentContent.path("type").asString(target.type()))
                        .orElse(command);
    }

    /**
     * The current content of a development, as the start of a correction: the recorded content or that of the last
     * correction that is not retracted, with the last title and all sources.
     */
    private static ObjectNode currentContent(TrailEntry target) {
        ObjectNode currentContent =
                target.data() instanceof ObjectNode recorded ? recorded.deepCopy() : Json.MAPPER.createObjectNode();
        for (TrailEntry later : Objects.requireNonNullElse(target.said(), List.<TrailEntry>of())) {
            if (later.type().equals("DevelopmentCorrected")
                    && !later.standing().equals("RETRACTED")
                    && later.data() != null
                    && later.data().path("replacement") instanceof ObjectNode replacement) {
                JsonNode title = currentContent.get("title");
                currentContent = replacement.deepCopy();
                currentContent.putIfAbsent("title", title);
            }
        }
        if (target.evidence() != null) {
            currentContent.set("evidence", Json.MAPPER.<JsonNode>valueToTree(target.evidence()));
        }
        return currentContent;
    }

    /** The form's values: the submitted ones, or defaults for a new form. */
    private Values values(
            Values submitted, @Nullable JsonNode currentContent, List<Field> fields, String fieldCommand) {
        if (submitted.has(ID)) {
            return submitted;
        }
        Values values = currentContent == null ? new Values() : FormFiller.fill(fields, currentContent);
        if (currentContent == null) {
            CHECKED_BY_DEFAULT.forEach(flag -> values.put(flag, "true"));
        }
        for (String name : List.of("target", "with", "matter", "title")) {
            if (submitted.has(name)) {
                values.put(name, submitted.get(name));
            }
        }
        values.put(ID, ids.generate().toString());
        values.putIfAbsent("occurred.how", currentContent != null || LogForm.isScene(fieldCommand) ? "none" : "today");
        return values;
    }

    private static @Nullable Matter matter(@Nullable NegotiationState state, String kind, String slug) {
        return state == null
                ? null
                : state.matters().stream()
                        .filter(matter ->
                                matter.kind().equals(kind) && matter.matter().equals(slug))
                        .findFirst()
                        .orElse(null);
    }

    /** The command of a form as JSON for the ledger. */
    ObjectNode command(@Nullable String negotiation, LogForm form) {
        Values values = form.values();
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("command", form.command());
        json.put("negotiation", negotiation != null ? negotiation : values.get("negotiation"));
        json.put(ID, values.get(ID));
        TrailEntry target = form.target();
        if (form.isEditorial() && target != null) {
            json.put("target", target.developmentId());
            if (form.isCorrection()) {
                json.set("replacement", replacement(form, target));
                String reason = values.get("because");
                if (!reason.isEmpty()) {
                    json.put("reason", reason);
                }
            } else {
                reader.read(form.fields(), values, json);
            }
            addEmbargo(form, json);
            return json;
        }
        if (!form.kind().equals(Kind.NEGOTIATION.slug())) {
            String matter = matterOf(form);
            if (!matter.isEmpty()) {
                json.put("matter", matter);
            }
        }
        reader.read(form.fields(), values, json);
        addCircumstances(form, json);
        addEmbargo(form, json);
        return json;
    }

    private void addEmbargo(LogForm form, ObjectNode json) {
        if (form.asksEmbargo()) {
            reader.embargo(form.values(), json);
        }
    }

    /** Assigns a new development id to a form. */
    void renew(LogForm form) {
        form.values().put(ID, ids.generate().toString());
    }

    /**
     * Requires that a new matter has a new name: with the name of an existing matter the command would change that
     * matter.
     *
     * @throws Refused when its name is taken
     */
    void requireNew(LogForm form) {
        if (!form.values().has("begins")) {
            return;
        }
        String name = matterOf(form);
        form.matters().stream()
                .filter(matter ->
                        matter.kind().equals(form.kind()) && matter.matter().equals(name))
                .findFirst()
                .ifPresent(taken -> {
                    throw new Refused(Problem.taken(form.values().has("matter") ? "/matter" : "/title", taken.title()));
                });
    }

    private ObjectNode replacement(LogForm form, TrailEntry target) {
        ObjectNode replacement = Json.MAPPER.createObjectNode();
        replacement.put("command", form.told());
        reader.read(form.fields(), form.values(), replacement);
        addCircumstances(form, replacement);
        JsonNode before = reader.evidence(FormFiller.fill(List.of(), currentContent(target)));
        if (replacement.path("evidence").equals(before)) {
            // When omitted, the development keeps its sources and those added later.
            replacement.remove("evidence");
        }
        return replacement;
    }

    private void addCircumstances(LogForm form, ObjectNode json) {
        JsonNode ownTitle = json.get("title");
        reader.circumstances(form.values(), json);
        if (ownTitle != null) {
            json.set("title", ownTitle);
        }
        if (form.isScene() && form.values().get("occurred.how").equals("none")) {
            json.remove("occurred");
        }
    }

    private static String matterOf(LogForm form) {
        Matter existing = form.matter();
        if (existing != null) {
            return existing.matter();
        }
        String slug = form.values().get("matter");
        return slug.isEmpty() ? Slugs.of(form.values().get("title")) : slug;
    }

    /** The commands that may replace a development of a kind. */
    static List<String> replacements(String kind) {
        return Kind.ofSlug(kind)
                .map(known -> Catalogue.type(known).lifecycle().steps().stream()
                        .map(step -> step.commandName())
                        .toList())
                .orElse(List.of());
    }

    private static Refused notFound(String detail) {
        return new Refused(Problem.of(404, detail));
    }
}
