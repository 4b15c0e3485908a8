package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.domain.catalogue.DomainCatalogue;

class EventTypeNameTest {

    @Test
    void parsesTheNameOfEveryEventType() {
        DomainCatalogue.events().forEach((event, type) -> {
            EventTypeName name = EventTypeName.of(ContractSamples.MINIMAL.sample(type));
            assertThat(name).hasToString("org.parley." + event + ".v1");
            assertThat(EventTypeName.parse(name.toString())).isEqualTo(name);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CeasefireRejected",
                "org.parley.CeasefireRejected",
                "org.parley.CeasefireRejected.v0",
                "org.parley.CeasefireRejected.v2",
                "org.parley.CeasefireRejected.v1\n",
                "org.parley.CeasefireRejected.v99999999999",
                "org.parley.RejectCeasefire.v1",
                "com.example.CeasefireRejected.v1",
            })
    void rejectsUnknownNames(String name) {
        assertThatThrownBy(() -> EventTypeName.parse(name))
                .isInstanceOf(UnknownEventTypeException.class)
                .hasMessageContaining("'" + name + "'");
    }
}
