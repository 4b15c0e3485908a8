package org.parley.domain.editorial;

import java.util.Locale;
import org.parley.domain.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.domain.editorial.EditorialEvent.DevelopmentDisputed;
import org.parley.domain.editorial.EditorialEvent.DevelopmentGraded;
import org.parley.domain.editorial.EditorialEvent.DevelopmentHeld;
import org.parley.domain.editorial.EditorialEvent.DevelopmentReleased;
import org.parley.domain.editorial.EditorialEvent.DevelopmentRetracted;
import org.parley.domain.editorial.EditorialEvent.DisputeResolved;
import org.parley.domain.editorial.EditorialEvent.SourceAdded;
import org.parley.domain.time.DateText;
import org.parley.domain.wording.SentenceNames;

/** Renders editorial events as English clauses. */
public final class EditorialWording {
    private EditorialWording() {}

    /**
     * A clause in the past tense, without full stop.
     *
     * @param target the target as a clause
     * @param replacement the replacement of a correction as a clause; empty for other events. It is left out if it
     *     reads like the target, because only a name, a source or a note was corrected
     */
    public static String clause(EditorialEvent event, SentenceNames names, String target, String replacement) {
        return switch (event) {
            case DevelopmentCorrected e ->
                "the newsroom corrected the report that " + target
                        + (replacement.equals(target) ? "" : "; it now says that " + replacement)
                        + names.suffix(" (reason: ", e.reason()) + ")";
            case DevelopmentRetracted e ->
                "the newsroom retracted the report that " + target + names.suffix(" (reason: ", e.reason()) + ")";
            case SourceAdded e ->
                "the newsroom added a source to the report that " + target + ": "
                        + e.source().publisher() + ", "
                        + names.suffix("", e.source().title());
            case DevelopmentGraded e -> "the newsroom graded " + e.grade() + " the report that " + target;
            case DevelopmentDisputed e ->
                names.actors(e.by(), "the newsroom") + " disputed the report that " + target
                        + names.suffix(" (", e.reason()) + ")";
            case DisputeResolved e ->
                "the dispute about the report that " + target + " was "
                        + e.outcome().name().toLowerCase(Locale.ROOT) + names.suffix(" (", e.reason()) + ")";
            case DevelopmentHeld e ->
                "the newsroom put under embargo the report that " + target
                        + (e.until() == null ? "" : ", until " + DateText.withoutPreposition(e.until()))
                        + names.suffix(" (", e.reason())
                        + (e.reason() == null ? "" : ")");
            case DevelopmentReleased ignored -> "the newsroom released the report that " + target;
        };
    }
}
