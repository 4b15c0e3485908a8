package org.parley.domain.question;

import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Event;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;

/** The events of a question that parties take positions on. */
public sealed interface QuestionEvent extends Event {

    /** The question is raised. */
    record QuestionRaised(String title, Theme theme) implements QuestionEvent {}

    /** A party or voice states its position. */
    record PositionStated(
            @ActingParty Actors by,
            Stance stance,
            String summary,
            @Nullable String conditions) implements QuestionEvent {}

    /** The question is settled. */
    record QuestionSettled(String summary) implements QuestionEvent {}

    /** The question is reopened. */
    record QuestionReopened(@Nullable String reason) implements QuestionEvent {}
}
