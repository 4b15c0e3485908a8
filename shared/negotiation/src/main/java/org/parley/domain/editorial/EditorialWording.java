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
    private static final String REPORT = "the report that ";

    private EditorialWording() {}

    /**
     * A clause in the past tense, without full stop, in the language of the names.
     *
     * @param target the target as a noun, by {@link #report}, {@link #withId} or {@link #of}
     * @param replacement the replacement of a correction as a clause; empty for other events. It is left out if it
     *     reads like the target, because only a name, a source or a note was corrected
     */
    public static String clause(EditorialEvent event, SentenceNames names, String target, String replacement) {
        return switch (names.language()) {
            case ENGLISH -> english(event, names, target, replacement);
            case SPANISH -> SpanishEditorialWording.clause(event, names, target, replacement);
        };
    }

    /** A development as a noun: "the report that …". */
    public static String report(String clause, Language language) {
        return switch (language) {
            case ENGLISH -> REPORT + clause;
            case SPANISH -> SpanishEditorialWording.report(clause);
        };
    }

    /** A development of which only the id is known, as a noun. */
    public static String withId(UUID id, Language language) {
        return switch (language) {
            case ENGLISH -> "the report with the id " + id;
            case SPANISH -> "la información con el identificador " + id;
        };
    }

    /** An editorial event as a noun: "the correction of the report that …". */
    public static String of(EditorialEvent event, String target, Language language) {
        return switch (language) {
            case ENGLISH -> noun(event) + target;
            case SPANISH -> SpanishEditorialWording.of(event, target);
        };
    }

    private static String noun(EditorialEvent event) {
        return switch (event) {
            case DevelopmentCorrected ignored -> "the correction of ";
            case DevelopmentRetracted ignored -> "the retraction of ";
            case SourceAdded ignored -> "the source added to ";
            case DevelopmentGraded ignored -> "the grade given to ";
            case DevelopmentDisputed ignored -> "the dispute about ";
            case DisputeResolved ignored -> "the resolution of the dispute about ";
            case DevelopmentHeld ignored -> "the embargo on ";
            case DevelopmentReleased ignored -> "the release of ";
            case DevelopmentWithheld ignored -> "the withholding of ";
        };
    }

    private static String english(EditorialEvent event, SentenceNames names, String target, String replacement) {
        return switch (event) {
            case DevelopmentCorrected e ->
                "the newsroom corrected " + target
                        + (target.equals(REPORT + replacement) ? "" : "; it now says that " + replacement)
                        + names.suffix(" (reason: ", e.reason()) + ")";
            case DevelopmentRetracted e ->
                "the newsroom retracted " + target + names.suffix(" (reason: ", e.reason()) + ")";
            case SourceAdded e ->
                "the newsroom added a source (" + e.source().publisher()
                        + names.suffix(", ", e.source().title()) + ") to " + target;
            case DevelopmentGraded e -> "the newsroom graded " + e.grade() + " " + target;
            case DevelopmentDisputed e ->
                names.actors(e.by(), "the newsroom") + " disputed " + target + names.suffix(" (", e.reason()) + ")";
            case DisputeResolved e ->
                "the newsroom " + e.outcome().name().toLowerCase(Locale.ROOT) + " the dispute about " + target
                        + names.suffix(" (", e.reason()) + ")";
            case DevelopmentHeld e ->
                "the newsroom put under embargo"
                        + (e.until() == null ? "" : ", until " + DateText.withoutPreposition(e.until()) + ",")
                        + " " + target
                        + names.suffix(" (", e.reason())
                        + (e.reason() == null ? "" : ")");
            case DevelopmentReleased ignored -> "the newsroom released " + target;
            case DevelopmentWithheld ignored -> "the newsroom withheld " + target;
        };
    }
}
