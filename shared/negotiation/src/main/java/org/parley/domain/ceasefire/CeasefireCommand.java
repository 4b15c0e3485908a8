package org.parley.domain.ceasefire;

import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Command;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;
import org.parley.domain.time.Edtf;

/** The commands of a ceasefire. Each becomes the event with the same fields. */
public sealed interface CeasefireCommand extends Command {

    /** Proposing is not accepting: who proposes may be named in {@code consentOf}, and need not accept. */
    record ProposeCeasefire(
            @ActingParty Actors by,
            @Nullable String terms,
            @ActingParty Actors consentOf,
            @Nullable String scope,
            @Nullable Edtf until) implements CeasefireCommand {}

    /**
     * Who amends may be named in a {@code consentOf} given with it, and need not accept; where none is given, that of the
     * proposal stays.
     */
    record AmendCeasefire(
            @ActingParty @Nullable Actors by, String terms, @ActingParty @Nullable Actors consentOf)
            implements CeasefireCommand {}

    /** An acceptance with conditions becomes an answer with conditions, because it is not a consent. */
    record AcceptCeasefire(@ActingParty Actors by, @Nullable String conditions) implements CeasefireCommand {}

    record AnswerWithConditions(@ActingParty Actors by, String conditions) implements CeasefireCommand {}

    record RejectCeasefire(@ActingParty Actors by, @Nullable String reason) implements CeasefireCommand {}

    record WithdrawCeasefireProposal(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements CeasefireCommand {}

    record DeclareCeasefire(
            @ActingParty @Nullable Actors by,
            @Nullable String terms,
            @Nullable String scope,
            @Nullable Edtf until) implements CeasefireCommand {}

    record AllegeViolation(
            @ActingParty Actors by, Actors against, @Nullable String summary) implements CeasefireCommand {}

    record EndCeasefire(@ActingParty @Nullable Actors by, @Nullable String reason) implements CeasefireCommand {}
}
