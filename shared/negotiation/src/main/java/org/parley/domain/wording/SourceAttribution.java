package org.parley.domain.wording;

import java.util.List;
import org.parley.domain.evidence.Evidence;
import org.parley.domain.evidence.Grade;
import org.parley.domain.evidence.Source;
import org.parley.domain.language.Language;

/** Says according to whom something happened, where the grade marks it as no more than a report. */
public final class SourceAttribution {
    private SourceAttribution() {}

    /**
     * The introduction of a clause, with a comma and a space after it; empty if the clause reads as a fact.
     *
     * @param grade the grade that counts, which an editor may have changed since the evidence was recorded
     */
    public static String of(Evidence evidence, Grade grade, Language language) {
        if (!grade.isReportOnly()) {
            return "";
        }
        List<String> publishers = evidence.sources().stream()
                .map(Source::publisher)
                .distinct()
                .map(DirectionIsolate::of)
                .toList();
        String first = publishers.getFirst();
        return switch (language) {
            case ENGLISH -> "according to " + first + (publishers.size() == 1 ? "" : " and others") + ", ";
            case SPANISH -> "según " + first + (publishers.size() == 1 ? "" : " y otros") + ", ";
        };
    }
}
