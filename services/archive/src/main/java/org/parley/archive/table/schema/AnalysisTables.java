package org.parley.archive.table.schema;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.analysis.DevelopmentRow;
import org.parley.domain.analysis.NamedParty;
import org.parley.domain.analysis.PanelRow;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.matter.MatterKind;

/** The three tables. */
public final class AnalysisTables {
    static final String NEGOTIATION = "The slug of the negotiation";
    static final String KIND = "The kind of the matter";
    static final String MATTER =
            "The slug of the matter, unique among the matters of its kind; for the negotiation itself its own slug";

    /** A row per effective development. */
    public static final AnalysisTable<DevelopmentRow> DEVELOPMENTS = new AnalysisTable<DevelopmentRow>(
            "table",
            "Effective developments",
            "One row for each development that counts as of asOf, as known at knownAt, with its effective content:"
                    + " corrections are applied, what was retracted is gone. The rows of a matter follow one another in"
                    + " the order of valid time, so that the last one has the status of the state.",
            DevelopmentColumns.ALL,
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
                    AnalysisTables.<PanelRow>required("kind", ColumnType.STRING, KIND, row -> row.matter()
                                    .kind()
                                    .slug())
                            .of(kinds()),
                    required("matter", ColumnType.STRING, MATTER, row -> row.matter()
                            .slug()),
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

    static List<String> kinds() {
        return Stream.of(MatterKind.values()).map(MatterKind::slug).toList();
    }

    static List<String> statuses() {
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
