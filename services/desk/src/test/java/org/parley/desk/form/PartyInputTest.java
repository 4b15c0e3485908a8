package org.parley.desk.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.desk.client.NegotiationView.Party;
import org.parley.desk.proposal.KnownPersons.KnownPerson;

class PartyInputTest {
    private static CommandForm form(Map<String, List<String>> values) {
        return new CommandForm(
                "RejectCeasefire",
                "RejectCeasefire",
                "ceasefire",
                null,
                null,
                CommandFields.of("RejectCeasefire"),
                new FormValues(values),
                List.of(
                        new Party("RUS", "Russia", "STATE", null, null, null, false),
                        new Party("USA", "the United States", "STATE", null, null, null, false)),
                List.of(),
                List.of(new KnownPerson("Vladimir Putin", "RUS")),
                false,
                null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USA", "usa", "the United States", "United States", "the United States (USA)"})
    void partyIsWrittenByCodeOrName(String written) {
        CommandForm form = form(Map.of("by.0.party", List.of(written)));
        PartyInput.resolve(form);
        assertThat(form.values().get("by.0.party")).isEqualTo("USA");
        assertThat(form.partyText("USA")).isEqualTo("the United States (USA)");
        assertThat(form.unknownParties()).isEmpty();
    }

    @Test
    void knownPersonBringsTheParty() {
        CommandForm form = form(Map.of("by.0.person", List.of("vladimir putin"), "by.0.party", List.of("")));
        PartyInput.resolve(form);
        assertThat(form.values().get("by.0.party")).isEqualTo("RUS");
    }

    @Test
    void unknownPartyIsKeptAndNamed() {
        CommandForm form = form(Map.of("by.0.party", List.of("Atlantis"), "reason", List.of("Russia")));
        PartyInput.resolve(form);
        assertThat(form.unknownParties()).containsExactly(Map.entry("by.0.party", "Atlantis"));
        assertThat(form.values().get("reason")).isEqualTo("Russia");
    }
}
