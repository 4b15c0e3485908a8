package org.parley.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.table.Related.KnownEntry;

/** The reports of all rows, brought together. */
public final class Report {
    private Report() {}

    /** The lines of rows by the ids they would be recorded under. */
    public static Map<String, Long> lines(List<ImportRow> rows) {
        return rows.stream()
                .filter(row -> !row.developmentId().isEmpty())
                .collect(Collectors.toMap(ImportRow::developmentId, ImportRow::line, (one, other) -> one));
    }

    /**
     * In the order of the file, with what is known of the entries they speak of, and told apart from rows that are refused
     * only because one before them is.
     *
     * @param entries finds entries by their ids; what it does not know is told without a number
     */
    public static List<RowReport> of(
            List<ImportRow> rows,
            List<RowReport> reports,
            Function<Collection<String>, Map<String, KnownEntry>> entries) {
        Set<String> ids = reports.stream()
                .flatMap(report -> report.related().stream())
                .flatMap(related -> Stream.ofNullable(related.developmentId()))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, KnownEntry> found = ids.isEmpty() ? Map.of() : entries.apply(ids);
        Map<Long, ImportRow> byLine = rows.stream().collect(Collectors.toMap(ImportRow::line, row -> row));
        Map<String, Long> notBegun = new HashMap<>();
        List<RowReport> all = new ArrayList<>(reports.size());
        for (RowReport report : sorted(reports)) {
            RowReport told = report.at(found);
            ImportRow row = byLine.get(told.line());
            if (told.verdict() == Verdict.REFUSED && row != null && !row.matter().isEmpty()) {
                Long before = notBegun.get(row.matter());
                if (before != null && !told.hasFaultsOfItsOwn()) {
                    told = told.after(before);
                } else if (before == null && row.begins()) {
                    notBegun.put(row.matter(), row.line());
                }
            }
            all.add(told);
        }
        return List.copyOf(all);
    }

    private static List<RowReport> sorted(List<RowReport> reports) {
        return reports.stream()
                .sorted(Comparator.comparingLong(RowReport::line))
                .toList();
    }
}
