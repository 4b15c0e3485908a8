package org.parley.domain.guarantee;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.ShortName;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;

/** The commands of a guarantee. Each becomes the event with the same fields. */
public sealed interface GuaranteeCommand extends Command {

    record ProposeGuarantee(
            @ActingParty Actors by,
            Actors to,
            @ActingParty @Nullable Actors guarantors,
            GuaranteeForm form,
            @Nullable String terms,
            @Nullable String trigger,
            @Nullable ShortName partOf,
            @Nullable String term,
            @ActingParty @Nullable Actors via)
            implements GuaranteeCommand {}

    record DiscussGuarantee(@ActingParty Actors by, Actors with, String summary) implements GuaranteeCommand {}

    record AmendGuarantee(
            @ActingParty @Nullable Actors by,
            String terms,
            @Nullable String trigger,
            @Nullable String term) implements GuaranteeCommand {}

    record EndorseGuarantee(
            @ActingParty Actors by, @Nullable String conditions) implements GuaranteeCommand {}

    record ObjectToGuarantee(
            @ActingParty Actors by,
            @Nullable String reason,
            @Nullable Boolean ruledOut) implements GuaranteeCommand {}

    record OfferContribution(
            @ActingParty Actors by,
            String means,
            @Nullable BigDecimal quantity,
            @Nullable String unit) implements GuaranteeCommand {}

    record WithdrawContribution(
            @ActingParty Actors by,
            String means,
            @Nullable BigDecimal quantity,
            @Nullable String unit) implements GuaranteeCommand {}

    record AgreeGuarantee(
            @ActingParty Actors between,
            @ActingParty @Nullable Actors via,
            @Nullable String term) implements GuaranteeCommand {}

    record ActivateGuarantee(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements GuaranteeCommand {}

    record InvokeGuarantee(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements GuaranteeCommand {}

    record WithdrawGuarantee(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements GuaranteeCommand {}

    record PackageGuarantee(@ActingParty @Nullable Actors by, ShortName package_) implements GuaranteeCommand {}
}
