package org.parley.domain.warning;

import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Command;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;
import org.parley.domain.time.Edtf;

/** The commands of a warning. Each becomes the event with the same fields. */
public sealed interface WarningCommand extends Command {

    record ThreatenConsequences(
            @ActingParty Actors by,
            Actors against,
            String condition,
            @Nullable String consequences,
            @Nullable Edtf deadline)
            implements WarningCommand {}

    record ImposeConsequences(
            @ActingParty @Nullable Actors by,
            String summary,
            @Nullable Actors against) implements WarningCommand {}

    record LiftConsequences(
            @ActingParty @Nullable Actors by,
            @Nullable String summary,
            @Nullable Boolean part) implements WarningCommand {}

    record RecordCompliance(
            @ActingParty @Nullable Actors by, @Nullable String summary) implements WarningCommand {}

    record LetWarningLapse(@Nullable String reason) implements WarningCommand {}

    record WithdrawWarning(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements WarningCommand {}
}
