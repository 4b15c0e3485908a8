package org.parley.domain.warning;

import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Command;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;

/** The commands of a warning. Each becomes the event with the same fields. */
public sealed interface WarningCommand extends Command {

    record ThreatenConsequences(@ActingParty Actors by, Actors against, String condition, String consequences)
            implements WarningCommand {}

    record ImposeConsequences(@ActingParty @Nullable Actors by, String summary) implements WarningCommand {}

    record LetWarningLapse(@Nullable String reason) implements WarningCommand {}

    record WithdrawWarning(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements WarningCommand {}
}
