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
    private static final String REPORT = "la información de que ";

    private SpanishEditorialWording() {}

    static String report(String clause) {
        return REPORT + clause;
    }

    /** The same as {@link EditorialWording#of}. The nouns are feminine, so that none contracts with "de" or "a". */
    static String of(EditorialEvent event, String target) {
        return switch (event) {
                    case DevelopmentCorrected ignored -> "la corrección de ";
                    case DevelopmentRetracted ignored -> "la retractación de ";
                    case SourceAdded ignored -> "la fuente añadida a ";
                    case DevelopmentGraded ignored -> "la valoración de ";
                    case DevelopmentDisputed ignored -> "la impugnación de ";
                    case DisputeResolved ignored -> "la resolución de la impugnación de ";
                    case DevelopmentHeld ignored -> "la puesta bajo embargo de ";
                    case DevelopmentReleased ignored -> "la liberación de ";
                    case DevelopmentWithheld ignored -> "la retención de ";
                }
                + target;
    }

    /** The same as {@link EditorialWording#clause}. */
    static String clause(EditorialEvent event, SentenceNames names, String target, String replacement) {
        return switch (event) {
            case DevelopmentCorrected e ->
                "la redacción corrigió " + target
                        + (target.equals(report(replacement)) ? "" : "; ahora dice que " + replacement)
                        + because(" (motivo: ", e.reason(), names);
            case DevelopmentRetracted e ->
                "la redacción se retractó de " + target + because(" (motivo: ", e.reason(), names);
            case SourceAdded e ->
                "la redacción añadió una fuente (" + e.source().publisher()
                        + names.suffix(", ", e.source().title()) + ") a " + target;
            case DevelopmentGraded e -> "la redacción valoró con " + e.grade() + " " + target;
            case DevelopmentDisputed e ->
                (e.by() == null
                                ? "la redacción impugnó "
                                : names.actors(e.by()) + (e.by().parties().size() == 1 ? " impugnó " : " impugnaron "))
                        + target
                        + because(" (", e.reason(), names);
            case DisputeResolved e ->
                switch (e.outcome()) {
                            case UPHELD -> "la redacción estimó la impugnación de ";
                            case DISMISSED -> "la redacción desestimó la impugnación de ";
                        }
                        + target
                        + because(" (", e.reason(), names);
            case DevelopmentHeld e ->
                "la redacción puso bajo embargo"
                        + (e.until() == null
                                ? ""
                                : ", hasta " + DateText.withoutPreposition(e.until(), Language.SPANISH) + ",")
                        + " " + target
                        + because(" (", e.reason(), names);
            case DevelopmentReleased ignored -> "la redacción levantó el embargo de " + target;
            case DevelopmentWithheld ignored -> "la redacción retuvo " + target;
        };
    }

    private static String because(String introduction, @Nullable Object reason, SentenceNames names) {
        String suffix = names.suffix(introduction, reason);
        return suffix.isEmpty() ? "" : suffix + ")";
    }
}
