package org.parley.domain.question;

import static org.parley.domain.question.QuestionStatus.OPEN;
import static org.parley.domain.question.QuestionStatus.SETTLED;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.domain.lifecycle.Lifecycle;
import org.parley.domain.lifecycle.MatterType;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.party.Parties;
import org.parley.domain.party.PartyCode;
import org.parley.domain.question.QuestionCommand.RaiseQuestion;
import org.parley.domain.question.QuestionCommand.ReopenQuestion;
import org.parley.domain.question.QuestionCommand.SettleQuestion;
import org.parley.domain.question.QuestionCommand.StatePosition;
import org.parley.domain.question.QuestionEvent.PositionStated;
import org.parley.domain.question.QuestionEvent.QuestionRaised;
import org.parley.domain.question.QuestionEvent.QuestionReopened;
import org.parley.domain.question.QuestionEvent.QuestionSettled;
import org.parley.domain.time.Edtf;

/** The definition of the kind question. */
public final class Question {
    static final Lifecycle<QuestionStatus, QuestionDetail> LIFECYCLE = Lifecycle.of(
                    QuestionStatus.class, QuestionDetail.class)
            .on(RaiseQuestion.class, QuestionRaised.class, c -> new QuestionRaised(c.title(), c.theme()))
            .fromNothing()
            .to(OPEN)
            .dateAndEvidenceOptional()
            .on(
                    StatePosition.class,
                    PositionStated.class,
                    c -> new PositionStated(c.by(), c.stance(), c.summary(), c.conditions()))
            .from(OPEN, SETTLED)
            .stays()
            .openToVoices()
            .on(SettleQuestion.class, QuestionSettled.class, c -> new QuestionSettled(c.summary()))
            .from(OPEN)
            .to(SETTLED)
            .on(ReopenQuestion.class, QuestionReopened.class, c -> new QuestionReopened(c.reason()))
            .from(SETTLED)
            .to(OPEN)
            .build();

    /** The kind: its lifecycle, the fold of its detail, and the wording of its events. */
    public static final MatterType<QuestionEvent, QuestionStatus, QuestionDetail> TYPE = new MatterType<>(
            MatterKind.QUESTION,
            QuestionEvent.class,
            QuestionDetail.class,
            LIFECYCLE,
            Question::evolve,
            new QuestionWording(),
            new SpanishQuestionWording());

    private Question() {}

    private static QuestionDetail evolve(@Nullable QuestionDetail before, QuestionEvent event, Occurrence at) {
        if (event instanceof QuestionRaised raised) {
            return new QuestionDetail(raised.theme(), null, List.of());
        }
        QuestionDetail detail = Objects.requireNonNull(before, "a question begins by being raised");
        return switch (event) {
            case QuestionRaised ignored -> detail;
            case PositionStated stated -> stated(detail, stated, at);
            case QuestionSettled settled -> detail.settled(settled.summary());
            case QuestionReopened ignored -> detail.settled(null);
        };
    }

    private static QuestionDetail stated(QuestionDetail detail, PositionStated stated, Occurrence at) {
        Edtf occurred = at.development().occurred();
        QuestionDetail after = detail;
        for (PartyCode party : Parties.of(stated.by()).codes()) {
            boolean voice = at.development().voices().contains(party);
            Position position = after.of(party)
                    .map(last -> last.restated(
                            stated.stance(),
                            stated.summary(),
                            stated.conditions(),
                            occurred,
                            at.developmentId(),
                            at.held()))
                    .orElseGet(() -> new Position(
                            party,
                            voice,
                            stated.stance(),
                            stated.summary(),
                            stated.conditions(),
                            occurred,
                            List.of(),
                            0,
                            at.developmentId(),
                            Position.mark(at.held())));
            after = after.with(position);
        }
        return after;
    }
}
