package org.parley.desk.form;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.BitemporalPoint;
import org.parley.desk.client.NegotiationView;
import org.parley.desk.client.NegotiationView.Matter;
import org.parley.desk.client.ServiceProblem;
import org.parley.desk.client.ServiceRefusedException;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.proposal.RecentNames;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.language.BilingualText;
import org.parley.domain.language.Language;
import org.parley.domain.matter.MatterKind;
import org.parley.table.cell.Slugs;
import org.springframework.context.i18n.LocaleContextHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Prepares command forms, and converts submitted forms to commands. */
public final class CommandFormService {
    public static final String ID = "developmentId";

    /** The input with the id of a development that the archive has to show before the form is made. */
    public static final String AWAITED = "awaited";

    /** From how far an original is looked for, in entries about entries. */
    private static final int DETOUR_MAX = 20;

    /** Flags that are true unless the editor clears them. */
    private static final List<String> CHECKED_BY_DEFAULT = List.of("complete");

    private final ArchiveClient archive;
    private final RecentNames names;
    private final FormReader reader;
    private final Clock clock;
    private final NoArgGenerator ids = Generators.timeBasedEpochRandomGenerator();

    CommandFormService(ArchiveClient archive, RecentNames names, Clock clock) {
        this.names = names;
        this.archive = archive;
        this.reader = new FormReader(clock);
        this.clock = clock;
    }

    /**
     * The form of a command.
     *
     * @param negotiation null for the command that opens one
     * @param submitted the values of the form; without a {@code developmentId} the form is new
     * @throws ServiceRefusedException (404) when there is no such command, negotiation, matter or target
     */
    CommandForm form(@Nullable String negotiation, String command, FormValues submitted) {
        return form(
                negotiation == null ? null : archive.state(negotiation, BitemporalPoint.NOW, awaited(submitted)),
                command,
                submitted);
    }

    /** The development that the archive waits for: a party that was just admitted from the form. */
    private static @Nullable String awaited(FormValues submitted) {
        return submitted.has(AWAITED) ? submitted.get(AWAITED) : null;
    }

    /**
     * The entry that a correction is asked for although it is about another entry: only developments are corrected;
     * null for any other form.
     */
    public @Nullable CorrectionDetour detour(String command, FormValues submitted) {
        if (!command.equals("CorrectDevelopment") || !submitted.has("target")) {
            return null;
        }
        TrailEntryView target = archive.entry(submitted.get("target"), BitemporalPoint.NOW, null);
        TrailEntryView original = target;
        for (int i = 0; i < DETOUR_MAX && original.targets() != null; i++) {
            original = archive.entry(original.targets(), BitemporalPoint.NOW, null);
        }
        return target.isEditorial() ? new CorrectionDetour(target, original) : null;
    }

    /** The form of a command in a negotiation whose state is known; null for the command that opens one. */
    public CommandForm form(@Nullable NegotiationView state, String command, FormValues submitted) {
        if (!DomainCatalogue.commands().containsKey(command)) {
            throw notFound("There is no command '" + command + "'.", "No hay ninguna orden «" + command + "».");
        }
        TrailEntryView target =
                submitted.has("target") ? archive.entry(submitted.get("target"), BitemporalPoint.NOW, null) : null;
        ObjectNode currentContent =
                command.equals("CorrectDevelopment") && target != null ? CorrectionContent.of(target) : null;
        String fieldCommand = fieldCommand(command, target, currentContent, submitted);
        String kind = DomainCatalogue.kindOfCommand(CommandFields.type(fieldCommand))
                .map(MatterKind::slug)
                .orElse(target == null ? "" : target.kind());
        List<FormField> fields = CommandFields.of(fieldCommand);
        CommandForm form = new CommandForm(
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
                state == null ? List.of() : names.of(state.negotiation()).persons(),
                !submitted.has(ID),
                null);
        PartyInput.resolve(form);
        if (form.isEditorial() && target == null) {
            throw notFound(
                    "This command is about a development: start from its entry in the trail.",
                    "Esta orden trata de una entrada: empiece desde ella en el registro.");
        }
        return form;
    }

    /**
     * The form while the archive is unavailable: it keeps the submitted values, so that they can be sent again.
     *
     * @throws ServiceRefusedException (404) when there is no such command
     */
    public CommandForm formWithoutArchive(String command, FormValues submitted) {
        String fieldCommand = submitted.has("with") ? submitted.get("with") : command;
        if (!DomainCatalogue.commands().containsKey(fieldCommand)) {
            throw notFound(
                    "There is no command '" + fieldCommand + "'.", "No hay ninguna orden «" + fieldCommand + "».");
        }
        String kind = DomainCatalogue.kindOfCommand(CommandFields.type(fieldCommand))
                .map(MatterKind::slug)
                .orElse("");
        List<FormField> fields = CommandFields.of(fieldCommand);
        return new CommandForm(
                command,
                fieldCommand,
                kind,
                null,
                null,
                fields,
                submitted,
                submitted.parties(fields),
                submitted.matters(fields),
                List.of(),
                false,
                null);
    }

    /** The command whose fields the form shows: for a correction the replacement, otherwise the command itself. */
    private static String fieldCommand(
            String command, @Nullable TrailEntryView target, @Nullable JsonNode currentContent, FormValues submitted) {
        if (currentContent == null || target == null) {
            return command;
        }
        String with = submitted.get("with");
        return DomainCatalogue.commands().containsKey(with)
                ? with
                : EventNames.commandOf(currentContent.path("type").asString(target.type()))
                        .orElse(command);
    }

    /** The form's values: the submitted ones, or defaults for a new form. */
    private FormValues values(
            FormValues submitted, @Nullable JsonNode currentContent, List<FormField> fields, String fieldCommand) {
        if (submitted.has(ID)) {
            return submitted;
        }
        FormValues values = currentContent == null ? new FormValues() : FormFiller.fill(fields, currentContent);
        if (currentContent == null) {
            CHECKED_BY_DEFAULT.forEach(flag -> values.put(flag, "true"));
        }
        submitted.copyPrefilled(values);
        values.put(ID, ids.generate().toString());
        if (currentContent == null && !DomainCatalogue.isDateAndEvidenceOptional(CommandFields.type(fieldCommand))) {
            values.putIfAbsent("occurred.how", DateInput.WRITTEN);
            values.putIfAbsent(
                    "occurred.written", DateInput.today(values, clock).toString());
        }
        values.putIfAbsent("occurred.how", "none");
        return values;
    }

    private static @Nullable Matter matter(@Nullable NegotiationView state, String kind, String slug) {
        return state == null
                ? null
                : state.matters().stream()
                        .filter(matter ->
                                matter.kind().equals(kind) && matter.matter().equals(slug))
                        .findFirst()
                        .orElse(null);
    }

    /** The command of a form as JSON for the ledger. */
    ObjectNode command(@Nullable String negotiation, CommandForm form) {
        FormValues values = form.values();
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("command", form.command());
        json.put("negotiation", negotiation != null ? negotiation : values.get("negotiation"));
        json.put(ID, values.get(ID));
        TrailEntryView target = form.target();
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
        if (!form.kind().equals(MatterKind.NEGOTIATION.slug())) {
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

    private void addEmbargo(CommandForm form, ObjectNode json) {
        if (form.asksEmbargo()) {
            reader.embargo(form.values(), json);
        }
    }

    /** Assigns a new development id to a form. */
    void assignNewId(CommandForm form) {
        form.values().put(ID, ids.generate().toString());
    }

    /**
     * Requires that a new matter has a new name: with the name of an existing matter the command would change that
     * matter.
     *
     * @throws ServiceRefusedException when its name is taken
     */
    void requireNew(CommandForm form) {
        if (!form.values().has("begins")) {
            return;
        }
        String name = matterOf(form);
        form.matters().stream()
                .filter(matter ->
                        matter.kind().equals(form.kind()) && matter.matter().equals(name))
                .findFirst()
                .ifPresent(taken -> {
                    throw new ServiceRefusedException(ServiceProblem.nameTaken(
                            form.values().has("matter") ? "/matter" : "/title", taken.title()));
                });
    }

    private ObjectNode replacement(CommandForm form, TrailEntryView target) {
        ObjectNode replacement = Json.MAPPER.createObjectNode();
        replacement.put("command", form.fieldCommand());
        reader.read(form.fields(), form.values(), replacement);
        addCircumstances(form, replacement);
        JsonNode before = reader.evidence(FormFiller.fill(List.of(), CorrectionContent.of(target)));
        if (replacement.path("evidence").equals(before)) {
            // When omitted, the development keeps its sources and those added later.
            replacement.remove("evidence");
        }
        return replacement;
    }

    private void addCircumstances(CommandForm form, ObjectNode json) {
        JsonNode ownTitle = json.get("title");
        reader.circumstances(form.values(), json);
        if (ownTitle != null) {
            json.set("title", ownTitle);
        }
    }

    private static String matterOf(CommandForm form) {
        Matter existing = form.matter();
        if (existing != null) {
            return existing.matter();
        }
        String slug = form.values().get("matter");
        return slug.isEmpty() ? Slugs.of(form.values().get("title")) : slug;
    }

    /** The commands that may replace a development of a kind. */
    static List<String> replacements(String kind) {
        return MatterKind.ofSlug(kind)
                .map(known -> DomainCatalogue.type(known).lifecycle().rows().stream()
                        .map(step -> step.commandName())
                        .toList())
                .orElse(List.of());
    }

    private static ServiceRefusedException notFound(String english, String spanish) {
        Language page = Language.of(LocaleContextHolder.getLocale());
        return new ServiceRefusedException(ServiceProblem.of(404, new BilingualText(english, spanish).in(page)));
    }
}
