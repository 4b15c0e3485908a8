package org.parley.domain.editorial;

import java.util.Locale;
import java.util.UUID;
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

/** Renders editorial events as clauses. */
public final class EditorialWording {
    private static final String THAT = "that ";

    private EditorialWording() {}

    /**
     * A clause in the past tense, without full stop, in the language of the names.
     *
     * @param target the target as a clause, by {@link #that} or {@link #withId}
     * @param replacement the replacement of a correction as a clause; empty for other events. It is left out if it
     *     reads like the target, because only a name, a source or a note was corrected
     */
    public static String clause(EditorialEvent event, SentenceNames names, String target, String replacement) {
        return switch (names.language()) {
            case ENGLISH -> english(event, names, target, replacement);
            case SPANISH -> SpanishEditorialWording.clause(event, names, target, replacement);
        };
    }

    /** A target as a clause after "the report". */
    public static String that(String clause, Language language) {
        return switch (language) {
            case ENGLISH -> THAT + clause;
            case SPANISH -> SpanishEditorialWording.that(clause);
        };
    }

    /** A target by its id, after "the report". */
    public static String withId(UUID id, Language language) {
        return switch (language) {
            case ENGLISH -> "with the id " + id;
            case SPANISH -> "con el identificador " + id;
        };
    }

    private static String english(EditorialEvent event, SentenceNames names, String target, String replacement) {
        return switch (event) {
            case DevelopmentCorrected e ->
                "the newsroom corrected the report " + target
                        + (target.equals(THAT + replacement) ? "" : "; it now says that " + replacement)
                        + names.suffix(" (reason: ", e.reason()) + ")";
            case DevelopmentRetracted e ->
                "the newsroom retracted the report " + target + names.suffix(" (reason: ", e.reason()) + ")";
            case SourceAdded e ->
                "the newsroom added a source (" + e.source().publisher()
                        + names.suffix(", ", e.source().title()) + ") to the report " + target;
            case DevelopmentGraded e -> "the newsroom graded " + e.grade() + " the report " + target;
            case DevelopmentDisputed e ->
                names.actors(e.by(), "the newsroom") + " disputed the report " + target + names.suffix(" (", e.reason())
                        + ")";
            case DisputeResolved e ->
                "the newsroom " + e.outcome().name().toLowerCase(Locale.ROOT) + " the dispute about the report "
                        + target + names.suffix(" (", e.reason()) + ")";
            case DevelopmentHeld e ->
                "the newsroom put under embargo"
                        + (e.until() == null ? "" : ", until " + DateText.withoutPreposition(e.until()) + ",")
                        + " the report " + target
                        + names.suffix(" (", e.reason())
                        + (e.reason() == null ? "" : ")");
            case DevelopmentReleased ignored -> "the newsroom released the report " + target;
            case DevelopmentWithheld ignored -> "the newsroom withheld the report " + target;
        };
    }
}
