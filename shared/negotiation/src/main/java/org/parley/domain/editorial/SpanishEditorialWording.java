package org.parley.domain.editorial;

import org.jspecify.annotations.Nullable;
import org.parley.domain.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.domain.editorial.EditorialEvent.DevelopmentDisputed;
import org.parley.domain.editorial.EditorialEvent.DevelopmentGraded;
import org.parley.domain.editorial.EditorialEvent.DevelopmentHeld;
import org.parley.domain.editorial.EditorialEvent.DevelopmentReleased;
import org.parley.domain.editorial.EditorialEvent.DevelopmentRetracted;
import org.parley.domain.editorial.EditorialEvent.DevelopmentWithheld;
import org.parley.domain.editorial.EditorialEvent.DisputeResolved;
import org.parley.domain.editorial.EditorialEvent.SourceAdded;
import org.parley.domain.language.Language;
import org.parley.domain.time.DateText;
import org.parley.domain.wording.SentenceNames;

/** Renders editorial events as Spanish clauses. */
final class SpanishEditorialWording {
    private static final String THAT = "de que ";

    private SpanishEditorialWording() {}

    /** The target as a clause after {@code la información}. */
    static String that(String target) {
        return THAT + target;
    }

    /** The same as {@link EditorialWording#clause}; the target follows {@code la información}. */
    static String clause(EditorialEvent event, SentenceNames names, String target, String replacement) {
        String report = "la información " + target;
        return switch (event) {
            case DevelopmentCorrected e ->
                "la redacción corrigió " + report
                        + (target.equals(that(replacement)) ? "" : "; ahora dice que " + replacement)
                        + because(" (motivo: ", e.reason(), names);
            case DevelopmentRetracted e ->
                "la redacción se retractó de " + report + because(" (motivo: ", e.reason(), names);
            case SourceAdded e ->
                "la redacción añadió una fuente (" + e.source().publisher()
                        + names.suffix(", ", e.source().title()) + ") a " + report;
            case DevelopmentGraded e -> "la redacción valoró con " + e.grade() + " " + report;
            case DevelopmentDisputed e ->
                (e.by() == null
                                ? "la redacción impugnó "
                                : names.actors(e.by()) + (e.by().parties().size() == 1 ? " impugnó " : " impugnaron "))
                        + report
                        + because(" (", e.reason(), names);
            case DisputeResolved e ->
                switch (e.outcome()) {
                            case UPHELD -> "la redacción estimó la impugnación de ";
                            case DISMISSED -> "la redacción desestimó la impugnación de ";
                        }
                        + report
                        + because(" (", e.reason(), names);
            case DevelopmentHeld e ->
                "la redacción puso bajo embargo"
                        + (e.until() == null
                                ? ""
                                : ", hasta " + DateText.withoutPreposition(e.until(), Language.SPANISH) + ",")
                        + " " + report
                        + because(" (", e.reason(), names);
            case DevelopmentReleased ignored -> "la redacción levantó el embargo de " + report;
            case DevelopmentWithheld ignored -> "la redacción retuvo " + report;
        };
    }

    private static String because(String introduction, @Nullable Object reason, SentenceNames names) {
        String suffix = names.suffix(introduction, reason);
        return suffix.isEmpty() ? "" : suffix + ")";
    }
}
