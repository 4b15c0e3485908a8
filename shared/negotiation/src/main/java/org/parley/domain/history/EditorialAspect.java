package org.parley.domain.history;

import java.util.EnumSet;
import java.util.Set;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.domain.editorial.EditorialEvent.DevelopmentDisputed;
import org.parley.domain.editorial.EditorialEvent.DevelopmentGraded;
import org.parley.domain.editorial.EditorialEvent.DevelopmentHeld;
import org.parley.domain.editorial.EditorialEvent.DevelopmentReleased;
import org.parley.domain.editorial.EditorialEvent.DevelopmentRetracted;
import org.parley.domain.editorial.EditorialEvent.DevelopmentWithheld;
import org.parley.domain.editorial.EditorialEvent.DisputeResolved;
import org.parley.domain.editorial.EditorialEvent.SourceAdded;

/** What an editorial event affects. For most aspects the last effective event decides. */
enum EditorialAspect {
    /** What happened. */
    CONTENT,
    /** The title, if a correction gives one. */
    TITLE,
    /** All sources, if a correction gives its own. */
    EVIDENCE,
    /** An added source. */
    SOURCE,
    GRADE,
    /** A dispute that was not dismissed. */
    DISPUTE,
    /** A dispute without a resolution. */
    OPEN_DISPUTE,
    /** An embargo, imposed or released; on the public trail, whether the development is withheld. */
    EMBARGO;

    static Set<EditorialAspect> of(EditorialEvent event) {
        return switch (event) {
            case DevelopmentCorrected correction -> {
                EnumSet<EditorialAspect> aspects = EnumSet.of(CONTENT);
                if (correction.replacement().title() != null) {
                    aspects.add(TITLE);
                }
                if (correction.replacement().evidence() != null) {
                    aspects.add(EVIDENCE);
                }
                yield aspects;
            }
            case DevelopmentRetracted ignored -> EnumSet.noneOf(EditorialAspect.class);
            case SourceAdded ignored -> EnumSet.of(SOURCE);
            case DevelopmentGraded ignored -> EnumSet.of(GRADE);
            case DevelopmentDisputed ignored -> EnumSet.of(DISPUTE, OPEN_DISPUTE);
            case DisputeResolved ignored -> EnumSet.noneOf(EditorialAspect.class);
            case DevelopmentHeld ignored -> EnumSet.of(EMBARGO);
            case DevelopmentReleased ignored -> EnumSet.of(EMBARGO);
            case DevelopmentWithheld ignored -> EnumSet.of(EMBARGO);
        };
    }
}
