package org.parley.question;

import org.parley.matter.Names;
import org.parley.matter.Wording;
import org.parley.question.QuestionEvent.PositionStated;
import org.parley.question.QuestionEvent.QuestionRaised;
import org.parley.question.QuestionEvent.QuestionReopened;
import org.parley.question.QuestionEvent.QuestionSettled;

/** Renders the events of this kind as English clauses. */
final class QuestionWording implements Wording<QuestionEvent> {

    @Override
    public String clause(QuestionEvent event, Names names) {
        return switch (event) {
            case QuestionRaised e -> "the question " + names.title() + " was raised";
            case PositionStated e ->
                names.all(e.by())
                        + switch (e.stance()) {
                            case SUPPORTS -> " spoke in favour on ";
                            case OPPOSES -> " spoke against on ";
                            case CONDITIONAL -> " set conditions on ";
                            case UNDECLARED -> " left open its stance on ";
                        }
                        + names.title()
                        + names.tail(": ", e.summary())
                        + names.tail(", on condition: ", e.conditions());
            case QuestionSettled e -> "the question " + names.title() + " was settled" + names.tail(": ", e.summary());
            case QuestionReopened e ->
                "the question " + names.title() + " was opened again" + names.tail(": ", e.reason());
        };
    }
}
