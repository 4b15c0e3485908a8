package org.parley.domain.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.domain.exchange.ExchangeEvent.ExchangeAgreed;
import org.parley.domain.exchange.ExchangeEvent.ExchangeCarriedOut;
import org.parley.domain.exchange.ExchangeEvent.ExchangeProposed;
import org.parley.domain.matter.MatterDetail;
import org.parley.domain.party.Parties;

/**
 * The detail of an exchange's state: everything besides its status.
 *
 * @param by who proposed it; empty if it began otherwise
 * @param between the parties of the exchange: those named, and those that handed something over
 * @param agreed whether {@code gives} is agreed; false while it is only proposed and after it was called off
 * @param gives what each party is to hand over, added up by party and thing
 * @param given what each party has handed over, added up likewise
 * @param via the mediators
 * @param complete whether it was reported complete
 * @param endedBy who called it off; empty before, or if nobody is named
 * @param reason why it was called off
 */
public record ExchangeDetail(
        Parties by,
        Parties between,
        boolean agreed,
        List<Handover> gives,
        List<Handover> given,
        Parties via,
        boolean complete,
        Parties endedBy,
        @Nullable String reason)
        implements MatterDetail {
    static final ExchangeDetail BLANK = new ExchangeDetail(
            Parties.NONE, Parties.NONE, false, List.of(), List.of(), Parties.NONE, false, Parties.NONE, null);

    /** The detail after a proposal, of which earlier ones leave no more than what was handed over. */
    ExchangeDetail proposed(ExchangeProposed proposal) {
        List<Handover> list = proposal.gives() == null ? List.of() : Handover.sum(List.of(), proposal.gives());
        return new ExchangeDetail(
                Parties.of(proposal.by()),
                Parties.of(proposal.between()),
                false,
                list,
                given,
                Parties.NONE,
                false,
                Parties.NONE,
                null);
    }

    /** The detail after an agreement, which adds to a list that is agreed already and replaces any other. */
    ExchangeDetail agreed(ExchangeAgreed agreement) {
        return new ExchangeDetail(
                by,
                agreed ? between.plus(agreement.between()) : Parties.of(agreement.between()),
                true,
                Handover.sum(agreed ? gives : List.of(), agreement.gives()),
                given,
                agreed ? via.plus(agreement.via()) : Parties.of(agreement.via()),
                complete,
                Parties.NONE,
                null);
    }

    /** The detail after a handover: what is carried out is agreed. */
    ExchangeDetail carriedOut(ExchangeCarriedOut handover) {
        Parties givers =
                new Parties(handover.gives().stream().map(Handover::party).toList());
        return new ExchangeDetail(
                by,
                between.plus(givers),
                true,
                gives,
                Handover.sum(given, handover.gives()),
                via.plus(handover.via()),
                complete || handover.complete(),
                Parties.NONE,
                null);
    }

    ExchangeDetail calledOff(Parties who, @Nullable String why) {
        return new ExchangeDetail(by, between, false, gives, given, via, false, who, why);
    }
}
