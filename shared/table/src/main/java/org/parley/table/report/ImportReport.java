package org.parley.table.report;

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
import org.parley.table.ImportRow;
import org.parley.table.report.RowRelation.KnownEntry;

/** Combines the reports of all rows. */
public final class ImportReport {
    private ImportReport() {}

    /** The lines of the rows by the ids under which they would be recorded. */
    public static Map<String, Long> lines(List<ImportRow> rows) {
        return rows.stream()
                .filter(row -> !row.developmentId().isEmpty())
                .collect(Collectors.toMap(ImportRow::developmentId, ImportRow::line, (one, other) -> one));
    }

    /**
     * The reports in the order of the file, with the positions and standings of related entries. A row that is refused
     * only because an earlier row of its matter is refused names that row.
     *
     * @param rows the rows of the file
     * @param reports their reports, in any order
     * @param entries finds entries by their ids; a report names an unknown entry without its position
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
            RowReport complete = report.withEntries(found);
            ImportRow row = byLine.get(complete.line());
            if (complete.verdict() == RowVerdict.REFUSED
                    && row != null
                    && !row.matter().isEmpty()) {
                Long before = notBegun.get(row.matter());
                if (before != null && !complete.hasOwnFaults()) {
                    complete = complete.afterRefused(before);
                } else if (before == null && row.canBeginMatter()) {
                    notBegun.put(row.matter(), row.line());
                }
            }
            all.add(complete);
        }
        return List.copyOf(all);
    }

    private static List<RowReport> sorted(List<RowReport> reports) {
        return reports.stream()
                .sorted(Comparator.comparingLong(RowReport::line))
                .toList();
    }
}
