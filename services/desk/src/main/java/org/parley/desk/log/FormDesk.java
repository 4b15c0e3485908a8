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

/** Prepares forms, and makes the commands of them. */
final class FormDesk {
    static final String ID = "developmentId";

    /** What holds unless the editor says otherwise. */
    private static final List<String> TICKED_AT_FIRST = List.of("complete");

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
     * @param typed what stands in it already; empty for a new one
     * @throws Refused (404) when there is no such command, negotiation, matter or target
     */
    LogForm form(@Nullable String negotiation, String command, Values typed) {
        if (!Catalogue.commands().containsKey(command)) {
            throw notFound("There is no command '" + command + "'.");
        }
        TrailEntry target = typed.has("target") ? archive.entry(typed.get("target"), Moment.NOW, null) : null;
        NegotiationState state = negotiation == null ? null : archive.state(negotiation, Moment.NOW);
        ObjectNode counts = command.equals("CorrectDevelopment") && target != null ? counts(target) : null;
        String told = told(command, target, counts, typed);
        String kind = Catalogue.kindOfCommand(CommandFields.type(told))
                .map(Kind::slug)
                .orElse(target == null ? "" : target.kind());
        List<Field> fields = CommandFields.of(told);
        LogForm form = new LogForm(
                command,
                told,
                kind,
                typed.has("begins")
                        ? null
                        : matter(state, kind, target == null ? typed.get("matter") : target.matter()),
                target,
                fields,
                values(typed, counts, fields, told),
                state == null ? List.of() : state.parties(),
                state == null ? List.of() : state.matters(),
                !typed.has(ID),
                null);
        if (form.isEditorial() && target == null) {
            throw notFound("This speaks of a development: begin at its entry in the trail.");
        }
        return form;
    }

    /**
     * The same while the archive does not answer: what was typed stands in it, and can be sent again.
     *
     * @throws Refused (404) when there is no such command
     */
    LogForm blind(String command, Values typed) {
        String told = typed.has("with") ? typed.get("with") : command;
        if (!Catalogue.commands().containsKey(told)) {
            throw notFound("There is no command '" + told + "'.");
        }
        String kind = Catalogue.kindOfCommand(CommandFields.type(told))
                .map(Kind::slug)
                .orElse("");
        List<Field> fields = CommandFields.of(told);
        return new LogForm(
                command,
                told,
                kind,
                null,
                null,
                fields,
                typed,
                typed.parties(fields),
                typed.matters(fields),
                false,
                null);
    }

    /** The command whose fields are asked for. */
    private static String told(String command, @Nullable TrailEntry target, @Nullable JsonNode counts, Values typed) {
        if (counts == null || target == null) {
            return command;
        }
        String with = typed.get("with");
        return Catalogue.commands().containsKey(with)
                ? with
                : EventNames.commandOf(counts.path("type").asString(target.type()))
                        .orElse(command);
    }

    /**
     * What counts of a development now, for a correction to begin with: what was recorded or the last correction of it,
     * with the title that was given last and the sources it has by now.
     */
    private static ObjectNode counts(TrailEntry target) {
        ObjectNode counts =
                target.data() instanceof ObjectNode recorded ? recorded.deepCopy() : Json.MAPPER.createObjectNode();
        for (TrailEntry later : Objects.requireNonNullElse(target.said(), List.<TrailEntry>of())) {
            if (later.type().equals("DevelopmentCorrected")
                    && !later.standing().equals("RETRACTED")
                    && later.data() != null
                    && later.data().path("replacement") instanceof ObjectNode replacement) {
                JsonNode title = counts.get("title");
                counts = replacement.deepCopy();
                counts.putIfAbsent("title", title);
            }
        }
        if (target.evidence() != null) {
            counts.set("evidence", Json.MAPPER.<JsonNode>valueToTree(target.evidence()));
        }
        return counts;
    }

    /** What stands in the form: what was typed, or for a new one what is known already. */
    private Values values(Values typed, @Nullable JsonNode counts, List<Field> fields, String told) {
        if (typed.has(ID)) {
            return typed;
        }
        Values values = counts == null ? new Values() : FormFiller.fill(fields, counts);
        if (counts == null) {
            TICKED_AT_FIRST.forEach(flag -> values.put(flag, "true"));
        }
        for (String name : List.of("target", "with", "matter", "title")) {
            if (typed.has(name)) {
                values.put(name, typed.get(name));
            }
        }
        values.put(ID, ids.generate().toString());
        values.putIfAbsent("occurred.how", counts != null || LogForm.isScene(told) ? "none" : "today");
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

    /** The command that a form holds, as the ledger takes it. */
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
            embargo(form, json);
            return json;
        }
        if (!form.kind().equals(Kind.NEGOTIATION.slug())) {
            String matter = matterOf(form);
            if (!matter.isEmpty()) {
                json.put("matter", matter);
            }
        }
        reader.read(form.fields(), values, json);
        circumstances(form, json);
        embargo(form, json);
        return json;
    }

    private void embargo(LogForm form, ObjectNode json) {
        if (form.asksEmbargo()) {
            reader.embargo(form.values(), json);
        }
    }

    /** Gives what a form holds a new id. */
    void renew(LogForm form) {
        form.values().put(ID, ids.generate().toString());
    }

    /**
     * Requires that what is filled in as a new matter is one: under the name of another it would go on with that.
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
        circumstances(form, replacement);
        JsonNode before = reader.evidence(FormFiller.fill(List.of(), counts(target)));
        if (replacement.path("evidence").equals(before)) {
            // Left out, the development keeps its sources, and those added later.
            replacement.remove("evidence");
        }
        return replacement;
    }

    private void circumstances(LogForm form, ObjectNode json) {
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

    /** The kind's commands that a correction may choose from. */
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
