package org.parley.domain.ceasefire;

import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Command;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;
import org.parley.domain.time.Edtf;

/** The commands of a ceasefire. Each becomes the event with the same fields. */
public sealed interface CeasefireCommand extends Command {

    /** Announces a truce before it begins. {@code from} may lie in the future. */
    record AnnounceCeasefire(
            @ActingParty Actors by,
            Edtf from,
            @Nullable Edtf until,
            @Nullable String scope,
            @Nullable String terms) implements CeasefireCommand {}

    /** Proposing is not accepting: {@code consentOf} may name the proposing party, which does not have to accept. */
    record ProposeCeasefire(
            @ActingParty Actors by,
            @Nullable String terms,
            @ActingParty Actors consentOf,
            @Nullable String scope,
            @Nullable Edtf until,
            @ActingParty @Nullable Actors via)
            implements CeasefireCommand {}

    /**
     * {@code consentOf} may name the amending party, which does not have to accept; if it is missing, that of the
     * proposal remains.
     */
    record AmendCeasefire(
            @ActingParty @Nullable Actors by,
            String terms,
            @ActingParty @Nullable Actors consentOf) implements CeasefireCommand {}

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

    record ExtendCeasefire(
            Edtf until, @ActingParty @Nullable Actors by) implements CeasefireCommand {}

    record AllegeViolation(
            @ActingParty Actors by,
            Actors against,
            @Nullable String summary) implements CeasefireCommand {}

    record EndCeasefire(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements CeasefireCommand {}

    record LetCeasefireExpire(@Nullable String reason) implements CeasefireCommand {}
}
