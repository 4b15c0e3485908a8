package org.parley.archive.table.schema;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.contract.PublishedEvent;
import org.parley.domain.agreement.AgreementForm;
import org.parley.domain.analysis.DatePrecision;
import org.parley.domain.analysis.DevelopmentRow;
import org.parley.domain.analysis.NamedParty;
import org.parley.domain.coding.EventCodes;
import org.parley.domain.evidence.Grade;
import org.parley.domain.evidence.Source;
import org.parley.domain.guarantee.GuaranteeForm;
import org.parley.domain.history.Standing;
import org.parley.domain.party.PartyCode;
import org.parley.domain.question.Stance;

/** The columns of the table of effective developments. */
final class DevelopmentColumns {
    static final List<AnalysisColumn<DevelopmentRow>> ALL = List.of(
            required("negotiation", ColumnType.STRING, AnalysisTables.NEGOTIATION, row -> row.matter()
                    .negotiation()),
            required("kind", ColumnType.STRING, AnalysisTables.KIND, row -> row.matter()
                            .kind()
                            .slug())
                    .of(AnalysisTables.kinds()),
            required("matter", ColumnType.STRING, AnalysisTables.MATTER, row -> row.matter()
                    .slug()),
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
            required("type", ColumnType.STRING, "The type of the effective event", DevelopmentRow::type)
                    .of(AnalysisTables.eventTypes().toList()),
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
            optional(
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
                            + " none is named; absent where none is named at all",
                    row -> aligned(row.parties().actors(), NamedParty::person)),
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
            optional(
                            "stance",
                            ColumnType.STRING,
                            "The stance of a stated position",
                            row -> name(row.attributes().stance()))
                    .of(names(Stance.values())),
            optional(
                            "form",
                            ColumnType.STRING,
                            "The form of the guarantee that is proposed, or of the agreement that is signed or"
                                    + " the declaration that is issued; null in the other rows of the matter",
                            row -> name(row.attributes().form()))
                    .of(Stream.concat(names(GuaranteeForm.values()).stream(), names(AgreementForm.values()).stream())
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
            optional(
                            "status_before",
                            ColumnType.STRING,
                            "The status of the matter before it; null where the matter did not exist",
                            row -> row.step().statusBefore())
                    .of(AnalysisTables.statuses()),
            optional(
                            "status_after",
                            ColumnType.STRING,
                            "The status of the matter after it; null where the matter does not exist even then",
                            row -> row.step().statusAfter())
                    .of(AnalysisTables.statuses()),
            required(
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
            required("held", ColumnType.BOOLEAN, "Whether it is under embargo, whatever its standing", row -> row.step()
                    .occurrence()
                    .held()),
            optional(
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
                    "The addresses of the sources, one value for each in the same order, empty where a source has"
                            + " none; absent where none has one",
                    row -> aligned(
                            row.sources(),
                            source -> source.url() == null ? null : source.url().toString())),
            optional(
                    "plover",
                    ColumnType.STRING,
                    "The PLOVER event type; null for the newsroom's own acts: opening a negotiation, admitting"
                            + " a party, raising a question",
                    row -> row.codes().map(EventCodes::plover).orElse(null)),
            optional("plover_mode", ColumnType.STRING, "The PLOVER mode; null where none fits", row -> row.codes()
                    .map(EventCodes::mode)
                    .orElse(null)),
            optional(
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
            optional("note", ColumnType.STRING, "The editor's note on the effective content", row -> row.step()
                    .occurrence()
                    .development()
                    .note()));

    private DevelopmentColumns() {}

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : PublishedEvent.time(instant);
    }

    /** A value for each of several things; none if there would be no text among them. */
    private static <T> List<@Nullable String> aligned(List<T> things, Function<T, @Nullable String> text) {
        List<@Nullable String> values = new ArrayList<>();
        things.forEach(thing -> values.add(text.apply(thing)));
        return values.stream().allMatch(Objects::isNull) ? List.of() : values;
    }

    private static List<String> codes(List<PartyCode> parties) {
        return parties.stream().map(PartyCode::text).toList();
    }

    private static AnalysisColumn<DevelopmentRow> required(
            String name, ColumnType type, String description, Function<DevelopmentRow, @Nullable Object> value) {
        return AnalysisColumn.required(name, type, description, value);
    }

    private static AnalysisColumn<DevelopmentRow> optional(
            String name, ColumnType type, String description, Function<DevelopmentRow, @Nullable Object> value) {
        return AnalysisColumn.optional(name, type, description, value);
    }
}
