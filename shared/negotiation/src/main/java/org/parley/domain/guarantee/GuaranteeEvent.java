package org.parley.domain.guarantee;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.ShortName;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;

/** The events of a guarantee. */
public sealed interface GuaranteeEvent extends Event {

    /** A guarantee is proposed. */
    record GuaranteeProposed(
            @ActingParty Actors by,
            Actors to,
            @ActingParty @Nullable Actors guarantors,
            GuaranteeForm form,
            @Nullable String terms,
            @Nullable String trigger,
            @Nullable ShortName partOf,
            @Nullable String term,
            @ActingParty @Nullable Actors via)
            implements GuaranteeEvent {}

    /** Parties discuss it. */
    record GuaranteeDiscussed(@ActingParty Actors by, Actors with, String summary) implements GuaranteeEvent {}

    /** Its terms change. */
    record GuaranteeAmended(
            @ActingParty @Nullable Actors by,
            String terms,
            @Nullable String trigger,
            @Nullable String term) implements GuaranteeEvent {}

    /** A party or voice supports it. */
    record GuaranteeEndorsed(
            @ActingParty Actors by, @Nullable String conditions) implements GuaranteeEvent {}

    /** A party or voice objects to it, or rules it out. */
    record GuaranteeObjectedTo(
            @ActingParty Actors by, @Nullable String reason, boolean ruledOut) implements GuaranteeEvent {}

    /** A party offers means for it. */
    record ContributionOffered(
            @ActingParty Actors by,
            String means,
            @Nullable BigDecimal quantity,
            @Nullable String unit) implements GuaranteeEvent {}

    /** An offer is withdrawn. */
    record ContributionWithdrawn(
            @ActingParty Actors by,
            String means,
            @Nullable BigDecimal quantity,
            @Nullable String unit) implements GuaranteeEvent {}

    /** The parties agree on it. */
    record GuaranteeAgreed(
            @ActingParty Actors between,
            @ActingParty @Nullable Actors via,
            @Nullable String term) implements GuaranteeEvent {}

    /** It takes effect. */
    record GuaranteeActivated(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements GuaranteeEvent {}

    /** It is invoked. */
    record GuaranteeInvoked(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements GuaranteeEvent {}

    /** It is withdrawn or ended. */
    record GuaranteeWithdrawn(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements GuaranteeEvent {}

    /** A party or voice puts it together with other guarantees in a package. */
    record GuaranteePackaged(@ActingParty @Nullable Actors by, ShortName package_) implements GuaranteeEvent {}
}
