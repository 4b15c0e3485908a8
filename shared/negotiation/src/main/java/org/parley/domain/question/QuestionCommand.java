package org.parley.domain.question;

import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Command;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;

/** The commands of a question that parties take positions on. Each becomes the event with the same fields. */
public sealed interface QuestionCommand extends Command {

    record RaiseQuestion(String title, Theme theme) implements QuestionCommand {}

    record StatePosition(
            @ActingParty Actors by,
            Stance stance,
            String summary,
            @Nullable String conditions) implements QuestionCommand {}

    record SettleQuestion(String summary) implements QuestionCommand {}

    record ReopenQuestion(@Nullable String reason) implements QuestionCommand {}
}
