package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Collection;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.catalogue.Catalogue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SchemasTest {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema METASCHEMA =
            REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    static Collection<String> commands() {
        return Schemas.commandNames();
    }

    static Collection<String> events() {
        return Catalogue.events().keySet();
    }

    @Test
    void theMetaschemaTellsGoodSchemasFromBad() {
        assertThat(METASCHEMA.validate((JsonNode) Commands.json("{'type':'objekt'}")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasASchema(String command) {
        ObjectNode schema = Schemas.command(command);

        assertThat(METASCHEMA.validate((JsonNode) schema)).isEmpty();
        assertThat(schema.path("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        Stream.of(Samples.values())
                .map(samples -> Commands.sample(command, samples))
                .forEach(sample -> assertThat(REGISTRY.getSchema(schema).validate((JsonNode) sample))
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventHasASchemaUnderTheNameThatItsEventsGive(String event) {
        ObjectNode schema = Schemas.event(event);

        assertThat(METASCHEMA.validate((JsonNode) schema)).isEmpty();
        assertThat(schema.path("$id").asString()).isEqualTo("urn:parley:schema:" + event + ":v1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'RUS'",
                "{'party':'RUS'}",
                "{'party':'RUS','person':'Vladimir Putin'}",
                "['RUS','BLR']",
                "[{'party':'RUS'},'BLR']",
            })
    void anActorMayBeWrittenEitherWay(String by) {
        assertThat(rejections(by)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'rus'", "[]", "5", "{'person':'Vladimir Putin'}", "[['RUS']]", "null"})
    void anActorMayNotBeWrittenAnyhow(String by) {
        assertThat(rejections(by)).isPositive();
    }

    @Test
    void thereIsNoSchemaOfWhatThereIsNot() {
        assertThatThrownBy(() -> Schemas.command("Nope")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Schemas.event("RejectCeasefire")).isInstanceOf(IllegalArgumentException.class);
    }

    private static int rejections(String by) {
        Schema schema = REGISTRY.getSchema(Schemas.command("RejectCeasefire"));
        return schema.validate((JsonNode) Commands.rejectCeasefire("by", by)).size();
    }
}
