package org.parley.history;

import java.util.EnumSet;
import java.util.Set;
import org.parley.editorial.EditorialEvent;
import org.parley.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.editorial.EditorialEvent.DevelopmentDisputed;
import org.parley.editorial.EditorialEvent.DevelopmentGraded;
import org.parley.editorial.EditorialEvent.DevelopmentHeld;
import org.parley.editorial.EditorialEvent.DevelopmentReleased;
import org.parley.editorial.EditorialEvent.DevelopmentRetracted;
import org.parley.editorial.EditorialEvent.DisputeResolved;
import org.parley.editorial.EditorialEvent.SourceAdded;

/** What an editorial event says something of, by which it is found: mostly the last one that stands decides. */
enum Aspect {
    /** What happened. */
    CONTENT,
    /** How the matter is called, where a correction says so. */
    TITLE,
    /** All sources, where a correction gives its own. */
    EVIDENCE,
    /** One source more. */
    SOURCE,
    GRADE,
    /** A dispute that was not dismissed. */
    DISPUTE,
    /** A dispute that is not resolved either way. */
    OPEN_DISPUTE,
    /** An embargo imposed or lifted. */
    EMBARGO;

    static Set<Aspect> of(EditorialEvent event) {
        return switch (event) {
            case DevelopmentCorrected correction -> {
                EnumSet<Aspect> aspects = EnumSet.of(CONTENT);
                if (correction.replacement().title() != null) {
                    aspects.add(TITLE);
                }
                if (correction.replacement().evidence() != null) {
                    aspects.add(EVIDENCE);
                }
                yield aspects;
            }
            case DevelopmentRetracted ignored -> EnumSet.noneOf(Aspect.class);
            case SourceAdded ignored -> EnumSet.of(SOURCE);
            case DevelopmentGraded ignored -> EnumSet.of(GRADE);
            case DevelopmentDisputed ignored -> EnumSet.of(DISPUTE, OPEN_DISPUTE);
            case DisputeResolved ignored -> EnumSet.noneOf(Aspect.class);
            case DevelopmentHeld ignored -> EnumSet.of(EMBARGO);
            case DevelopmentReleased ignored -> EnumSet.of(EMBARGO);
        };
    }
}
