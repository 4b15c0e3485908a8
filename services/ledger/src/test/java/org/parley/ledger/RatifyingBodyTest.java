package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.testkit.ApiClient.Answer;

/** A parliament is admitted as a body of a party, and the party ratifies through it. */
class RatifyingBodyTest {
    private TestNegotiation talks;

    @BeforeEach
    void signAgreement() {
        talks = TestNegotiation.open(LedgerProcess.shared().chief());
        admitBody("RADA", "UKR");
        admitBody("DUMA", "RUS");
        talks.accepted(talks.json(
                TestNegotiation.newId(), "SignBilateralAgreement", "grain", """
                "occurred":"2025-08-01","between":["RUS","UKR"],%s""".formatted(TestNegotiation.EVIDENCE)));
    }

    private void admitBody(String body, String whole) {
        talks.accepted(talks.json(TestNegotiation.newId(), "AdmitParty", null, """
                "party":"%s","name":"The %s","partyKind":"BODY","partOf":"%s" """.formatted(
                        body, body.toLowerCase(Locale.ROOT), whole)));
    }

    private String ratification(String by, String more) {
        return talks.json(
                TestNegotiation.newId(), "RatifyAgreement", "grain", """
                "occurred":"2025-08-10","by":"%s",%s%s""".formatted(by, more, TestNegotiation.EVIDENCE));
    }

    @Test
    void partyRatifiesThroughItsBody() {
        Answer preview = talks.editor().dryRun(ratification("UKR", "\"body\":\"RADA\","));
        assertThat(preview.json().at("/after/detail/ratifiedBy/0/party").asString())
                .isEqualTo("UKR");
        assertThat(preview.json().at("/after/detail/ratifiedBy/0/body").asString())
                .isEqualTo("RADA");
        talks.accepted(ratification("UKR", "\"body\":\"RADA\","));
    }

    @Test
    void bodyRatifiesForItsParty() {
        Answer preview = talks.editor().dryRun(ratification("RADA", ""));
        assertThat(preview.json().at("/after/detail/ratifiedBy/0/party").asString())
                .isEqualTo("UKR");
        assertThat(preview.json().at("/after/detail/ratifiedBy/0/body").asString())
                .isEqualTo("RADA");
        assertThat(preview.json().at("/event/summary").asString()).contains("The rada", "on behalf of The UKR");
        talks.accepted(ratification("RADA", ""));
    }

    @Test
    void bodyOfAnotherPartyIsRefused() {
        Answer refused = talks.command(ratification("UKR", "\"body\":\"DUMA\","));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("state")).isEqualTo("SIGNED");
        assertThat(refused.text("detail"))
                .isEqualTo("Only a body that is part of The UKR decides on ratification for it, and The duma is none."
                        + " Those known: The rada.");
    }

    @Test
    void bodyDoesNotDecideForAnotherPartyBesideItsOwn() {
        Answer refused = talks.command(
                ratification("UKR", "\"body\":\"RADA\",").replace("\"by\":\"UKR\"", "\"by\":[\"UKR\",\"RUS\"]"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("The rada is none");
    }

    @Test
    void whoIsNoPartyIsRefused() {
        Answer refused = talks.command(ratification("USA", ""));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("The USA is no party to it");
        Answer body = talks.command(ratification("RUS", "\"body\":\"RADA\","));
        assertThat(body.status()).isEqualTo(409);
    }
}
