package org.parley.domain.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.parley.domain.editorial.EditorialCommand.RetractDevelopment;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.language.BilingualText;
import org.parley.domain.language.Language;
import org.parley.domain.matter.Command;
import org.parley.domain.time.DateText;
import org.parley.domain.time.Edtf;

/** Who may retract an entry: a chief any, an editor an entry of their own for a short time. */
public final class RetractionRight {
    /** How long an editor may retract an entry of their own, from when it was recorded. */
    public static final Duration OWN_WITHIN = Duration.ofMinutes(15);

    private RetractionRight() {}

    /**
     * Requires that somebody who is not a chief may give a command, if it is a retraction.
     *
     * @param history everything recorded of the matter, and the earlier commands of a dry run or group, whose entries
     *     have no editor yet; a target that it lacks is left to the decision
     * @param editor the user name
     * @throws CommandRefusedException if it takes a chief
     */
    public static void require(RecordedHistory history, Command command, String editor, DecisionContext context) {
        if (command instanceof RetractDevelopment retraction) {
            history.entry(retraction.target()).ifPresent(target -> require(target, editor, context));
        }
    }

    /** Whether an entry is somebody's own, and still within the time in which they may retract it. */
    public static boolean isOwnWithin(String editor, Instant recordedAt, String name, Instant now) {
        return editor.equals(name) && !now.isAfter(recordedAt.plus(OWN_WITHIN));
    }

    private static void require(LedgerEntry target, String editor, DecisionContext context) {
        if (target.editor().isEmpty()) {
            return;
        }
        if (!target.editor().equals(editor)) {
            throw refused(
                    "Only a chief may retract an entry that somebody else recorded.",
                    "Solo un jefe de redacción puede retractar una entrada que registró otra persona.");
        }
        if (!isOwnWithin(target.editor(), target.recordedAt(), editor, context.now())) {
            Edtf recorded = Edtf.parse(
                    target.recordedAt().truncatedTo(ChronoUnit.MINUTES).toString());
            throw refused(
                    "An editor may retract an entry of their own within " + OWN_WITHIN.toMinutes()
                            + " minutes. This one was recorded " + DateText.withPreposition(recorded, Language.ENGLISH)
                            + ", so it takes a chief to retract it. Its text can still be corrected.",
                    "Un redactor puede retractar una entrada suya durante " + OWN_WITHIN.toMinutes()
                            + " minutos. Esta se registró " + DateText.withPreposition(recorded, Language.SPANISH)
                            + ", así que solo puede retractarla un jefe de redacción. Su texto todavía se puede corregir.");
        }
    }

    private static CommandRefusedException refused(String english, String spanish) {
        return new CommandRefusedException(new Refusal.ChiefOnly(new BilingualText(english, spanish)));
    }
}
