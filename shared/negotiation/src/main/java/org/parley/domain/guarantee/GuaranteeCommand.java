package org.parley.domain.guarantee;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.ShortName;
import org.parley.domain.party.Actors;

/** The commands of a guarantee. Each becomes the event with the same fields. */
public sealed interface GuaranteeCommand extends Command {

    record ProposeGuarantee(
            Actors by,
            Actors to,
            @Nullable Actors guarantors,
            GuaranteeForm form,
            @Nullable String terms,
            @Nullable String trigger,
            @Nullable ShortName partOf)
            implements GuaranteeCommand {}

    record DiscussGuarantee(Actors by, Actors with, String summary) implements GuaranteeCommand {}

    record AmendGuarantee(
            @Nullable Actors by, String terms, @Nullable String trigger) implements GuaranteeCommand {}

    record EndorseGuarantee(Actors by, @Nullable String conditions) implements GuaranteeCommand {}

    record ObjectToGuarantee(
            Actors by, @Nullable String reason, @Nullable Boolean ruledOut) implements GuaranteeCommand {}

    record OfferContribution(
            Actors by,
            String means,
            @Nullable BigDecimal quantity,
            @Nullable String unit) implements GuaranteeCommand {}

    record WithdrawContribution(
            Actors by,
            String means,
            @Nullable BigDecimal quantity,
            @Nullable String unit) implements GuaranteeCommand {}

    record AgreeGuarantee(Actors between) implements GuaranteeCommand {}

    record ActivateGuarantee(@Nullable Actors by, @Nullable String reason) implements GuaranteeCommand {}

    record InvokeGuarantee(@Nullable Actors by, @Nullable String reason) implements GuaranteeCommand {}

    record WithdrawGuarantee(@Nullable Actors by, @Nullable String reason) implements GuaranteeCommand {}
}
