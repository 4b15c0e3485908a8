package org.parley.archive.table.schema;


import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.contract.PublishedEvent;
import org.parley.domain.agreement.AgreementForm;
import org.parley.domain.analysis.DatePrecision;
import org.parley.domain.analysis.DevelopmentRow;
import org.parley.domain.analysis.NamedParty;
import org.parley.domain.analysis.PanelRow;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.coding.EventCodes;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.evidence.Grade;
import org.parley.domain.evidence.Source;
import org.parley.domain.guarantee.GuaranteeForm;
import org.parley.domain.history.Standing;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.party.PartyCode;
import org.parley.domain.question.Stance;

/** The three tables. */
public final class AnalysisTables {
    private static final String NEGOTIATION = "The slug of the negotiation";
    private static final String KIND = "The kind of the matter";
    private static final String MATTER =
            "The slug of the matter, unique among the matters of its kind; for the negotiation itself its own slug";

    /** A row per effective development. */
    public static final AnalysisTable<DevelopmentRow> DEVELOPMENTS = new AnalysisTable<DevelopmentRow>(
            "table",
            "Effective developments",
            "One row for each development that counts as of asOf, as known at knownAt, with its effective content:"
                    + " corrections are applied, what was retracted is gone. The rows of a matter follow one another in"
                    + " the order of valid time, so that the last one has the status of the state.",
            List.of(
                    required("negotiation", ColumnType.STRING, NEGOTIATION, row -> row.matter()
                            .negotiation()),
                    AnalysisTables.<DevelopmentRow>required(
                                    "kind", ColumnType.STRING, KIND, row -> row.matter().kind().slug())
                            .of(kinds()),
                    required("matter", ColumnType.STRING, MATTER, row -> row.matter().slug()),
                    required(
                            "matter_title",
                            ColumnType.STRING,
                            "The title of the matter as of asOf; its slug if it has none",
                            DevelopmentRow::matterTitle),
                    required(
                            "development_id",
                            ColumnType.STRING,
                            "The UUID of the development, also where it was corrected; key of the edges",
                            row -> row.recorded().developmentId().toString()),
                    AnalysisTables.<DevelopmentRow>required(
                                    "type", ColumnType.STRING, "The type of the effective event", DevelopmentRow::type)
                            .of(eventTypes().toList()),
                    optional(
                            "occurred",
                            ColumnType.STRING,
                            "When it happened, in EDTF as the source gives it; null where it has no date and stands"
                                    + " before everything",
                            row -> row.occurred() == null ? null : row.occurred().text()),
                    optional(
                            "occurred_start",
                            ColumnType.DATETIME,
                            "The first instant at which it may have happened, which decides its place in the order",
                            row -> time(row.occurredStart())),
                    optional(
                            "occurred_end",
                            ColumnType.DATETIME,
                            "The last instant at which it may have happened, inclusive",
                            row -> time(row.occurredEnd())),
                    AnalysisTables.<DevelopmentRow>optional(
                                    "precision",
                                    ColumnType.STRING,
                                    "How precisely the date is known; whether it is approximate (~) or uncertain (?) is"
                                            + " in occurred",
                                    row -> name(row.precision()))
                            .of(names(DatePrecision.values())),
                    required(
                            "possible",
                            ColumnType.BOOLEAN,
                            "Whether it may not have happened by asOf, because its date is imprecise",
                            DevelopmentRow::possible),
                    required(
                            "recorded_at",
                            ColumnType.DATETIME,
                            "When it was first recorded; a correction does not change it",
                            row -> PublishedEvent.time(row.recorded().recordedAt())),
                    required(
                            "position",
                            ColumnType.INTEGER,
                            "The position of its first recording in the trail of the negotiation",
                            row -> row.recorded().position()),
                    required("editor", ColumnType.STRING, "Who first recorded it", row -> row.recorded()
                            .editor()),
                    optional(
                            "actor",
                            ColumnType.CODES,
                            "The parties that act; a party twice where two of its persons do",
                            row -> row.parties().actors().stream()
                                    .map(actor -> actor.party().text())
                                    .toList()),
                    optional(
                            "actor_person",
                            ColumnType.TEXTS,
                            "The persons who speak for them: one value for each actor in the same order, empty where"
                                    + " none is named",
                            row -> row.parties().actors().stream()
                                    .map(NamedParty::person)
                                    .toList()),
                    optional(
                            "target",
                            ColumnType.CODES,
                            "The parties that the act is addressed to or directed against, without the actors",
                            row -> codes(row.parties().targets())),
                    optional(
                            "others",
                            ColumnType.CODES,
                            "The parties named in any other role, such as mediators; the edges tell which",
                            row -> codes(row.parties().others())),
                    optional(
                            "place",
                            ColumnType.STRING,
                            "The venue of a meeting, or where an agreement was made",
                            row -> row.attributes().place()),
                    AnalysisTables.<DevelopmentRow>optional(
                                    "stance",
                                    ColumnType.STRING,
                                    "The stance of a stated position",
                                    row -> name(row.attributes().stance()))
                            .of(names(Stance.values())),
                    AnalysisTables.<DevelopmentRow>optional(
                                    "form",
                                    ColumnType.STRING,
                                    "The form of the guarantee that is proposed, or of the agreement that is signed or"
                                            + " the declaration that is issued; null in the other rows of the matter",
                                    row -> name(row.attributes().form()))
                            .of(Stream.concat(
                                            names(GuaranteeForm.values()).stream(),
                                            names(AgreementForm.values()).stream())
                                    .toList()),
                    optional(
                            "quantity",
                            ColumnType.NUMBER,
                            "How much is promised, delivered, offered or handed over; of an exchange the sum of all"
                                    + " sides where it is of one sort and every number is known",
                            row -> row.attributes().quantity()),
                    optional(
                            "unit",
                            ColumnType.STRING,
                            "The unit of the quantity; of an exchange what is handed over",
                            row -> row.attributes().unit()),
                    AnalysisTables.<DevelopmentRow>optional(
                                    "status_before",
                                    ColumnType.STRING,
                                    "The status of the matter before it; null where the matter did not exist",
                                    row -> row.step().statusBefore())
                            .of(statuses()),
                    AnalysisTables.<DevelopmentRow>optional(
                                    "status_after",
                                    ColumnType.STRING,
                                    "The status of the matter after it; null where it brings none into being, such as"
                                            + " an admission before the opening",
                                    row -> row.step().statusAfter())
                            .of(statuses()),
                    AnalysisTables.<DevelopmentRow>required(
                                    "standing",
                                    ColumnType.STRING,
                                    "The standing of its first recording; CORRECTED where the row has the content of a"
                                            + " correction",
                                    row -> row.standing().name())
                            .of(Stream.of(Standing.values())
                                    .filter(each -> each != Standing.RETRACTED)
                                    .map(Enum::name)
                                    .toList()),
                    required(
                            "disputed",
                            ColumnType.BOOLEAN,
                            "Whether a dispute about it is open, whatever its standing",
                            row -> row.step().occurrence().disputed()),
                    required(
                            "held",
                            ColumnType.BOOLEAN,
                            "Whether it is under embargo, whatever its standing",
                            row -> row.step().occurrence().held()),
                    AnalysisTables.<DevelopmentRow>optional(
                                    "grade",
                                    ColumnType.STRING,
                                    "The Admiralty grade of its evidence: reliability of the source A to F, credibility"
                                            + " of the information 1 to 6; F6 where neither can be judged",
                                    row -> row.evidence() == null
                                            ? null
                                            : row.evidence().grade().text())
                            .matching(Grade.PATTERN),
                    required(
                            "n_sources",
                            ColumnType.INTEGER,
                            "The number of its sources, including those added later",
                            row -> row.sources().size()),
                    optional(
                            "publishers",
                            ColumnType.TEXTS,
                            "The publishers of the sources, in their order",
                            row -> row.sources().stream().map(Source::publisher).toList()),
                    optional(
                            "urls",
                            ColumnType.TEXTS,
                            "The addresses of the sources, in the same order; empty where a source has none",
                            row -> row.sources().stream()
                                    .map(source -> source.url() == null
                                            ? null
                                            : source.url().toString())
                                    .toList()),
                    optional(
                            "plover",
                            ColumnType.STRING,
                            "The PLOVER event type; null for the newsroom's own acts: opening a negotiation, admitting"
                                    + " a party, raising a question",
                            row -> row.codes().map(EventCodes::plover).orElse(null)),
                    optional(
                            "plover_mode",
                            ColumnType.STRING,
                            "The PLOVER mode; null where none fits",
                            row -> row.codes().map(EventCodes::mode).orElse(null)),
                    AnalysisTables.<DevelopmentRow>optional(
                                    "cameo",
                                    ColumnType.STRING,
                                    "The CAMEO code, with its leading zero: read it as text",
                                    row -> row.codes().map(EventCodes::cameo).orElse(null))
                            .matching("^[0-9]{3,4}$"),
                    required(
                            "summary",
                            ColumnType.STRING,
                            "The development as one English sentence, with the names in use when it happened",
                            DevelopmentRow::summary),
                    optional(
                            "note",
                            ColumnType.STRING,
                            "The editor's note on the effective content",
                            row -> row.step().occurrence().development().note())),
            List.of("negotiation", "development_id"),
            List.of(),
            null);

    /** A row per party that an effective development names. */
    public static final AnalysisTable<EdgeRow> EDGES = new AnalysisTable<EdgeRow>(
            "edges",
            "Parties of developments",
            "One row for each party that a development of the table names, in each of its roles.",
            List.of(
                    required("negotiation", ColumnType.STRING, NEGOTIATION, EdgeRow::negotiation),
                    required(
                            "development_id",
                            ColumnType.STRING,
                            "The development in the table",
                            row -> row.developmentId().toString()),
                    AnalysisTables.<EdgeRow>required(
                                    "role",
                                    ColumnType.STRING,
                                    "The field of the command that names the party; onBehalfOf, which the ledger adds,"
                                            + " is the party for which a body of it acts",
                                    row -> row.named().role())
                            .of(roles()),
                    required("party", ColumnType.STRING, "The code of the party", row -> row.named()
                            .party()
                            .text()),
                    optional("person", ColumnType.STRING, "The person who speaks for it", row -> row.named()
                            .person())),
            List.of(),
            List.of("negotiation", "development_id"),
            "table");

    /** A row per matter and step. */
    public static final AnalysisTable<PanelRow> PANEL = new AnalysisTable<PanelRow>(
            "panel",
            "Statuses over time",
            "One row for each matter at the end of each step from the first in which it exists: its state as of the end"
                    + " of that day, as known at knownAt.",
            List.of(
                    required("negotiation", ColumnType.STRING, NEGOTIATION, row -> row.matter()
                            .negotiation()),
                    required(
                            "date",
                            ColumnType.DATE,
                            "The last day of the step; the last step ends with the panel",
                            row -> row.date().toString()),
                    AnalysisTables.<PanelRow>required(
                                    "kind", ColumnType.STRING, KIND, row -> row.matter().kind().slug())
                            .of(kinds()),
                    required("matter", ColumnType.STRING, MATTER, row -> row.matter().slug()),
                    AnalysisTables.<PanelRow>required(
                                    "status",
                                    ColumnType.STRING,
                                    "The status of the matter at the end of that day",
                                    PanelRow::status)
                            .of(statuses()),
                    required(
                            "possible",
                            ColumnType.BOOLEAN,
                            "Whether a development that the status depends on may not have happened by then",
                            PanelRow::possible)),
            List.of("negotiation", "date", "kind", "matter"),
            List.of(),
            null);

    /** All tables. */
    public static final List<AnalysisTable<?>> ALL = List.of(DEVELOPMENTS, EDGES, PANEL);

    private AnalysisTables() {}

    /** The types of the developments, without those of editorial events. */
    static Stream<String> eventTypes() {
        return DomainCatalogue.events().values().stream()
                .filter(type -> !EditorialEvent.class.isAssignableFrom(type))
                .map(Class::getSimpleName)
                .sorted();
    }

    private static List<String> kinds() {
        return Stream.of(MatterKind.values()).map(MatterKind::slug).toList();
    }

    private static List<String> statuses() {
        return Stream.of(MatterKind.values())
                .flatMap(kind -> DomainCatalogue.type(kind).lifecycle().states().stream())
                .map(Enum::name)
                .toList();
    }

    private static List<String> roles() {
        return DomainCatalogue.events().values().stream()
                .filter(type -> !EditorialEvent.class.isAssignableFrom(type))
                .flatMap(type -> NamedParty.roles(type).stream())
                .toList();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : PublishedEvent.time(instant);
    }

    private static List<String> codes(List<PartyCode> parties) {
        return parties.stream().map(PartyCode::text).toList();
    }

    /** So that the type of the rows can be given where it cannot be inferred. */
    private static <R> AnalysisColumn<R> required(
            String name, ColumnType type, String description, Function<R, @Nullable Object> value) {
        return AnalysisColumn.required(name, type, description, value);
    }

    private static <R> AnalysisColumn<R> optional(
            String name, ColumnType type, String description, Function<R, @Nullable Object> value) {
        return AnalysisColumn.optional(name, type, description, value);
    }
}
