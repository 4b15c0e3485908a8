package org.parley.domain.exchange;

import static org.parley.domain.exchange.ExchangeStatus.AGREED;
import static org.parley.domain.exchange.ExchangeStatus.CALLED_OFF;
import static org.parley.domain.exchange.ExchangeStatus.DONE;
import static org.parley.domain.exchange.ExchangeStatus.PARTLY_DONE;
import static org.parley.domain.exchange.ExchangeStatus.PROPOSED;

import org.jspecify.annotations.Nullable;
import org.parley.domain.exchange.ExchangeCommand.AgreeExchange;
import org.parley.domain.exchange.ExchangeCommand.CallOffExchange;
import org.parley.domain.exchange.ExchangeCommand.CarryOutExchange;
import org.parley.domain.exchange.ExchangeCommand.ProposeExchange;
import org.parley.domain.exchange.ExchangeEvent.ExchangeAgreed;
import org.parley.domain.exchange.ExchangeEvent.ExchangeCalledOff;
import org.parley.domain.exchange.ExchangeEvent.ExchangeCarriedOut;
import org.parley.domain.exchange.ExchangeEvent.ExchangeProposed;
import org.parley.domain.lifecycle.Lifecycle;
import org.parley.domain.lifecycle.MatterType;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.party.Parties;

/** The definition of the kind exchange. */
public final class Exchange {
    static final Lifecycle<ExchangeStatus, ExchangeDetail> LIFECYCLE = Lifecycle.of(
                    ExchangeStatus.class, ExchangeDetail.class)
            .on(
                    ProposeExchange.class,
                    ExchangeProposed.class,
                    c -> new ExchangeProposed(c.by(), c.between(), c.gives()))
            .fromNothing()
            .from(PROPOSED, CALLED_OFF)
            .to(PROPOSED)
            .on(AgreeExchange.class, ExchangeAgreed.class, c -> new ExchangeAgreed(c.between(), c.gives(), c.via()))
            .fromNothing()
            .from(PROPOSED, CALLED_OFF)
            .to(AGREED)
            .from(AGREED, PARTLY_DONE)
            .stays()
            .on(
                    CarryOutExchange.class,
                    ExchangeCarriedOut.class,
                    c -> new ExchangeCarriedOut(c.gives(), c.via(), c.complete() != null && c.complete()))
            .fromNothing()
            .from(PROPOSED, AGREED, PARTLY_DONE, CALLED_OFF)
            .to(DONE, "it is complete", ExchangeDetail::complete)
            .otherwise(PARTLY_DONE, "it is not")
            .from(DONE)
            .stays()
            .on(CallOffExchange.class, ExchangeCalledOff.class, c -> new ExchangeCalledOff(c.by(), c.reason()))
            .from(PROPOSED, AGREED, PARTLY_DONE)
            .to(CALLED_OFF)
            .build();

    /** The kind: its lifecycle, the fold of its detail, and the wording of its events. */
    public static final MatterType<ExchangeEvent, ExchangeStatus, ExchangeDetail> TYPE = new MatterType<>(
            MatterKind.EXCHANGE,
            ExchangeEvent.class,
            ExchangeDetail.class,
            LIFECYCLE,
            Exchange::evolve,
            new ExchangeWording(),
            new SpanishExchangeWording());

    private Exchange() {}

    private static ExchangeDetail evolve(@Nullable ExchangeDetail before, ExchangeEvent event, Occurrence at) {
        ExchangeDetail detail = before == null ? ExchangeDetail.BLANK : before;
        return switch (event) {
            case ExchangeProposed proposal -> detail.proposed(proposal);
            case ExchangeAgreed agreement -> detail.agreed(agreement);
            case ExchangeCarriedOut handover -> detail.carriedOut(handover);
            case ExchangeCalledOff end -> detail.calledOff(Parties.of(end.by()), end.reason());
        };
    }
}
