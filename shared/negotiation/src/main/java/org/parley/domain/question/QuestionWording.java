package org.parley.domain.question;

import org.parley.domain.question.QuestionEvent.PositionStated;
import org.parley.domain.question.QuestionEvent.QuestionRaised;
import org.parley.domain.question.QuestionEvent.QuestionReopened;
import org.parley.domain.question.QuestionEvent.QuestionSettled;
import org.parley.domain.wording.EventWording;
import org.parley.domain.wording.SentenceNames;

/** Renders the events of this kind as English clauses. */
final class QuestionWording implements EventWording<QuestionEvent> {

    @Override
    public String clause(QuestionEvent event, SentenceNames names) {
        return switch (event) {
            case QuestionRaised e -> "the question " + names.title() + " was raised";
            case PositionStated e ->
                names.actors(e.by())
                        + switch (e.stance()) {
                            case SUPPORTS -> " voiced support on ";
                            case OPPOSES -> " voiced opposition on ";
                            case CONDITIONAL -> " set conditions on ";
                            case UNDECLARED -> " took no position on ";
                        }
                        + "the question " + names.title()
                        + names.suffix(": ", e.summary())
                        + names.suffix(", on condition: ", e.conditions());
            case QuestionSettled e ->
                "the question " + names.title() + " was settled" + names.suffix(": ", e.summary());
            case QuestionReopened e ->
                "the question " + names.title() + " was opened again" + names.suffix(": ", e.reason());
        };
    }
}
