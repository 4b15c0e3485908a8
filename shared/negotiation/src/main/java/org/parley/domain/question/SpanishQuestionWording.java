package org.parley.domain.question;

import org.parley.domain.question.QuestionEvent.PositionStated;
import org.parley.domain.question.QuestionEvent.QuestionRaised;
import org.parley.domain.question.QuestionEvent.QuestionReopened;
import org.parley.domain.question.QuestionEvent.QuestionSettled;
import org.parley.domain.wording.SentenceNames;
import org.parley.domain.wording.SpanishGrammar;
import org.parley.domain.wording.SpanishWording;

/** Renders the events of this kind as Spanish clauses. */
final class SpanishQuestionWording implements SpanishWording<QuestionEvent, QuestionStatus> {

    @Override
    public String kind() {
        return "la cuestión";
    }

    @Override
    public String status(QuestionStatus status) {
        return switch (status) {
            case OPEN -> "abierta";
            case SETTLED -> "resuelta";
        };
    }

    @Override
    public String clause(QuestionEvent event, SentenceNames names) {
        return switch (event) {
            case QuestionRaised e -> "se planteó la cuestión " + names.title();
            case PositionStated e ->
                switch (e.stance()) {
                            case SUPPORTS ->
                                SpanishGrammar.act(names, e.by(), "se pronunció", "se pronunciaron") + " a favor en";
                            case OPPOSES ->
                                SpanishGrammar.act(names, e.by(), "se pronunció", "se pronunciaron") + " en contra en";
                            case CONDITIONAL ->
                                SpanishGrammar.act(names, e.by(), "puso", "pusieron") + " condiciones en";
                            case UNDECLARED ->
                                SpanishGrammar.act(names, e.by(), "no fijó", "no fijaron") + " su posición en";
                        }
                        + " la cuestión " + names.title() + names.suffix(": ", e.summary())
                        + names.suffix(", con esta condición: ", e.conditions());
            case QuestionSettled e ->
                "la cuestión " + names.title() + " quedó resuelta" + names.suffix(": ", e.summary());
            case QuestionReopened e -> "la cuestión " + names.title() + " se reabrió" + names.suffix(": ", e.reason());
        };
    }
}
