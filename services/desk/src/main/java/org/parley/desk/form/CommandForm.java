package org.parley.desk.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.access.problem.InputError;
import org.parley.contract.schema.JsonSchemas;
import org.parley.desk.client.NegotiationView.Matter;
import org.parley.desk.client.NegotiationView.Party;
import org.parley.desk.client.ServiceProblem;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.proposal.KnownPersons.KnownPerson;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.editorial.EditorialCommand;
import org.parley.domain.matter.MatterKind;

/**
 * A command's form as shown on the page.
 *
 * @param command the command that the form sends
 * @param fieldCommand the command whose fields the form shows: the replacement in a correction, otherwise {@code
 *     command}
 * @param kind the slug of the kind of matter
 * @param matter the matter; null for a new matter and for the negotiation itself
 * @param target the entry that an editorial command is about; null for others
 * @param known the persons who acted in the negotiation
 * @param fresh whether nothing is filled in yet
 * @param problem the reason of a refusal; null for none
 */
public record CommandForm(
        String command,
        String fieldCommand,
        String kind,
        @Nullable Matter matter,
        @Nullable TrailEntryView target,
        List<FormField> fields,
        FormValues values,
        List<Party> parties,
        List<Matter> matters,
        List<KnownPerson> known,
        boolean fresh,
        @Nullable ServiceProblem problem) {

    /** Fields that name two parties at least. */
    private static final Set<String> PAIRS = Set.of("participants", "between", "parties", "signatories", "gives");

    /** A list of more persons does not help to choose. */
    private static final int PERSONS_MAX = 200;

    /** A value that a field offers, and its name on the page. */
    public record Option(String value, String text) {}

    /** Whether the command is editorial: about a development rather than the negotiation. */
    public boolean isEditorial() {
        return EditorialCommand.class.isAssignableFrom(CommandFields.type(command));
    }

    public boolean isCorrection() {
        return command.equals("CorrectDevelopment");
    }

    /** Whether the form asks for a date and evidence. */
    public boolean asksCircumstances() {
        return !isEditorial() || isCorrection();
    }

    /** Whether the development can be recorded under embargo. */
    public boolean asksEmbargo() {
        return JsonSchemas.mayBeUnderEmbargo(CommandFields.type(command));
    }

    /** Whether the command opens a new matter. */
    public boolean isNew() {
        return asksCircumstances() && !isCorrection() && matter == null && !kind.equals(MatterKind.NEGOTIATION.slug());
    }

    /** Whether the date and the sources may be missing. */
    public boolean isDateAndEvidenceOptional() {
        return DomainCatalogue.isDateAndEvidenceOptional(CommandFields.type(fieldCommand));
    }

    /** Whether the form asks for a title: when a matter is opened, and when its opening is corrected. */
    public boolean asksTitle() {
        return isNew()
                || CommandFields.hasTitle(fieldCommand)
                || isCorrection() && DomainCatalogue.mayTitleMatter(CommandFields.type(fieldCommand));
    }

    /** Whether the form opens a negotiation. */
    public boolean opensNegotiation() {
        return command.equals("OpenNegotiation");
    }

    /** Whether the form requires parties and the negotiation has none. */
    public boolean lacksParties() {
        return parties.isEmpty()
                && fields.stream().anyMatch(field -> field.input() == FormField.Input.ACTORS && field.required());
    }

    /** The key of the draft in the browser: the same command about the same matter and target is the same draft. */
    public String draft() {
        return command + ":" + kind + "/" + (matter == null ? "" : matter.matter()) + ":"
                + (target == null ? "" : target.developmentId());
    }

    /** The existing names that a field with a short name can take. */
    public List<Option> named(String field) {
        return ExistingNames.of(field, kind, matter, matters);
    }

    /** Whether a value is one of those that a field offers. */
    public boolean isNamed(String field, String value) {
        return named(field).stream().anyMatch(option -> option.value().equals(value));
    }

    /** The parties that a field with one party offers. */
    public List<Party> parties(String field) {
        if (fieldCommand.equals("ReadmitParty")) {
            List<Party> absent = parties.stream()
                    .filter(party -> party.withdrawn()
                            || "SUSPENDED".equals(party.standing())
                            || party.party().equals(values.get(field)))
                    .toList();
            return absent.isEmpty() ? parties : absent;
        }
        if (field.equals("body")) {
            return parties.stream()
                    .sorted(Comparator.comparing(party -> !party.partyKind().equals("BODY")))
                    .toList();
        }
        return parties;
    }

    /** The places of the page, as selectors, that say what a written date or an address means. */
    public String meanings() {
        List<String> places = new ArrayList<>(List.of("#d-occurred", "#d-embargo"));
        fields.stream()
                .filter(field -> field.input() == FormField.Input.DATE)
                .forEach(field -> places.add("#d-" + field.name()));
        sourceRows().forEach(row -> places.add("#h-source-" + row));
        return String.join(",", places);
    }

    Map<String, String> partyNames() {
        return parties.stream().collect(Collectors.toMap(Party::party, Party::name, (one, other) -> one));
    }

    Map<String, String> matterTitles() {
        return matters.stream().collect(Collectors.toMap(Matter::reference, Matter::title, (one, other) -> one));
    }

    /** The party with a code; null if there is none. */
    public @Nullable Party party(String code) {
        return parties.stream()
                .filter(party -> party.party().equals(code))
                .findFirst()
                .orElse(null);
    }

    /** What a field of a party shows: the party's name and code, or the text as written if it is no party. */
    public String partyText(String written) {
        return PartyInput.text(written, parties);
    }

    /** The texts in fields of parties that name no party of the negotiation, by the input's name. */
    public Map<String, String> unknownParties() {
        return PartyInput.unknown(values, fields, parties);
    }

    /** The persons who acted in the negotiation, with the party that each spoke for; the most frequent come first. */
    public List<KnownPerson> persons() {
        return known.stream().limit(PERSONS_MAX).toList();
    }

    /** Whether an actor field asks for the persons who speak for the parties. */
    public boolean asksPersons(String field) {
        return !field.equals("succeeds");
    }

    /** The disputes to choose from. */
    public List<TrailEntryView> disputes() {
        return target == null ? List.of() : target.disputes();
    }

    /** The id of the development to record. */
    String developmentId() {
        return values.get(CommandFormService.ID);
    }

    /** The event type, which labels the form. */
    public String event() {
        return EventNames.of(command);
    }

    /** The row numbers of an actor field: the filled rows, or as many as the editor requested. */
    public List<Integer> actorRows(String field) {
        return rows(field, field + ".", PAIRS.contains(field) ? 2 : 1);
    }

    /** The row numbers of the sources. */
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
        int requested = values.has("rows." + name) ? Integer.parseInt(values.get("rows." + name)) : 0;
        int rows = Math.min(FormReader.ROWS_MAX, Math.max(Math.max(least, filled), requested));
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    /** The faults of a field, as the ledger describes them. */
    public List<String> faults(String field) {
        return problem == null
                ? List.of()
                : problem.faults().stream()
                        .filter(fault -> fieldOf(fault.pointer()).equals(field))
                        .map(InputError::detail)
                        .toList();
    }

    /** All faults by field. */
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

    CommandForm refused(ServiceProblem because) {
        return new CommandForm(
                command, fieldCommand, kind, matter, target, fields, values, parties, matters, known, fresh, because);
    }
}
