package org.parley.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
     * In the order of the file, with the numbers of the entries they speak of, and told apart from rows that are refused
     * only because one before them is.
     *
     * @param positions finds the positions of entries by their ids; what it does not know is told without a number
     */
    public static List<RowReport> of(
            List<ImportRow> rows,
            List<RowReport> reports,
            Function<Collection<String>, Map<String, Long>> positions) {
        Map<Long, String> matters = new HashMap<>();
        rows.forEach(row -> matters.put(row.line(), row.matter()));
        Set<String> unnumbered = reports.stream()
                .flatMap(report -> report.related().stream())
                .filter(related -> related.number() == 0)
                .flatMap(related -> Stream.ofNullable(related.developmentId()))
                .collect(Collectors.toCollection(HashSet::new));
        Map<String, Long> found = unnumbered.isEmpty() ? Map.of() : positions.apply(unnumbered);
        Map<String, Long> refused = new HashMap<>();
        List<RowReport> all = new ArrayList<>(reports.size());
        for (RowReport report : sorted(reports)) {
            String matter = matters.getOrDefault(report.line(), "");
            RowReport told = report.at(found);
            if (told.verdict() == Verdict.REFUSED && !matter.isEmpty()) {
                Long before = refused.putIfAbsent(matter, told.line());
                told = before == null || told.hasFaultsOfItsOwn() ? told : told.after(before);
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
