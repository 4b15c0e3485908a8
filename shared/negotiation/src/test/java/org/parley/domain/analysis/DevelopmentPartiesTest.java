package org.parley.domain.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireProposed;
import org.parley.domain.exchange.ExchangeEvent.ExchangeCarriedOut;
import org.parley.domain.exchange.Handover;
import org.parley.domain.matter.Event;
import org.parley.domain.negotiation.NegotiationEvent.PartySuspended;
import org.parley.domain.negotiation.NegotiationEvent.PartyWithdrew;
import org.parley.domain.party.Actor;
import org.parley.domain.party.Actors;
import org.parley.domain.party.PartyCode;
import org.parley.domain.time.Edtf;
import org.parley.domain.understanding.UnderstandingEvent.UnderstandingClaimed;

class DevelopmentPartiesTest {
    private static final PartyCode AAA = new PartyCode("AAA");
    private static final PartyCode BBB = new PartyCode("BBB");

    @Test
    void whoseConsentIsAskedForIsTheTargetAndAMediatorIsNamedBesides() {
        DevelopmentParties parties = DevelopmentParties.of(new CeasefireProposed(
                new Actors(List.of(new Actor(AAA, "Ann"), new Actor(AAA, "Abe"))),
                null,
                Actors.of("BBB", "CCC"),
                null,
                null,
                Actors.of("MED")));

        assertThat(parties.actors())
                .containsExactly(new NamedParty("by", AAA, "Ann"), new NamedParty("by", AAA, "Abe"));
        assertThat(parties.targets()).containsExactly(BBB, new PartyCode("CCC"));
        assertThat(parties.others()).containsExactly(new PartyCode("MED"));
    }

    @Test
    void whoClaimsAnUnderstandingIsNoTargetOfIt() {
        DevelopmentParties parties =
                DevelopmentParties.of(new UnderstandingClaimed(Actors.of("AAA"), Actors.of("AAA", "BBB"), null));

        assertThat(parties.actors()).extracting(NamedParty::party).containsExactly(AAA);
        assertThat(parties.targets()).containsExactly(BBB);
        assertThat(NamedParty.in(new UnderstandingClaimed(Actors.of("AAA"), Actors.of("AAA", "BBB"), null)))
                .extracting(NamedParty::role)
                .containsExactly("by", "between", "between");
    }

    @Test
    void whoWithdrawsActsAndWhoIsSuspendedDoesNot() {
        assertThat(actors(new PartyWithdrew(AAA, null))).containsExactly(AAA);
        DevelopmentParties suspended = DevelopmentParties.of(new PartySuspended(AAA, null, null, null));
        assertThat(suspended.actors()).isEmpty();
        assertThat(suspended.targets()).containsExactly(AAA);
    }

    private static List<PartyCode> actors(Event event) {
        return DevelopmentParties.of(event).actors().stream()
                .map(NamedParty::party)
                .toList();
    }

    @Test
    void quantitiesOfAnExchangeAreAddedOnlyIfTheyAreOfOneSort() {
        Handover prisoners = new Handover(AAA, "prisoners", BigDecimal.valueOf(300), null);
        assertThat(quantity(prisoners, new Handover(BBB, " Prisoners", BigDecimal.TEN, null)))
                .isEqualByComparingTo("310");
        assertThat(quantity(prisoners, new Handover(BBB, "remains", BigDecimal.TEN, null)))
                .isNull();
        assertThat(quantity(prisoners, new Handover(BBB, "prisoners", null, null)))
                .isNull();
    }

    private static BigDecimal quantity(Handover... gives) {
        return DevelopmentAttributes.of(new ExchangeCarriedOut(List.of(gives), null, false), null)
                .quantity();
    }

    @Test
    void precisionIsThatOfTheText() {
        assertThat(List.of("2025", "2025~", "2025-08", "2025-08?", "2025-08-15", "2025-08-15~"))
                .extracting(text -> DatePrecision.of(Edtf.parse(text)))
                .containsExactly(
                        DatePrecision.YEAR,
                        DatePrecision.YEAR,
                        DatePrecision.MONTH,
                        DatePrecision.MONTH,
                        DatePrecision.DAY,
                        DatePrecision.DAY);
        assertThat(DatePrecision.of(Edtf.parse("2025-08-15T10:00Z"))).isEqualTo(DatePrecision.INSTANT);
        assertThat(DatePrecision.of(Edtf.parse("2025-08-15/2025-08-20"))).isEqualTo(DatePrecision.INTERVAL);
    }
}
