package org.parley.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.ContractSamples;
import org.parley.contract.command.TestCommands;
import org.parley.domain.catalogue.DomainCatalogue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class JsonSchemasTest {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema METASCHEMA =
            REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    static Collection<String> commands() {
        return JsonSchemas.commandNames();
    }

    static Collection<String> events() {
        return DomainCatalogue.events().keySet();
    }

    @Test
    void metaschemaRejectsInvalidSchemas() {
        assertThat(METASCHEMA.validate((JsonNode) TestCommands.json("{'type':'objekt'}")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasASchema(String command) {
        ObjectNode schema = JsonSchemas.command(command);

        assertThat(METASCHEMA.validate((JsonNode) schema)).isEmpty();
        assertThat(schema.path("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        Stream.of(ContractSamples.values())
                .map(samples -> TestCommands.sample(command, samples))
                .forEach(sample -> assertThat(REGISTRY.getSchema(schema).validate((JsonNode) sample))
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventHasASchemaWithItsUrn(String event) {
        ObjectNode schema = JsonSchemas.event(event);

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
    void acceptsEveryFormOfAnActor(String by) {
        assertThat(rejections(by)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'rus'", "[]", "5", "{'person':'Vladimir Putin'}", "[['RUS']]", "null"})
    void rejectsOtherFormsOfAnActor(String by) {
        assertThat(rejections(by)).isPositive();
    }

    @Test
    void unknownNameHasNoSchema() {
        assertThatThrownBy(() -> JsonSchemas.command("Nope")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JsonSchemas.event("RejectCeasefire")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025",
                "2025-08",
                "2025-08-15",
                "2025-08-15~",
                "2025?",
                "2025-08-13/2025-08-15",
                "2025-08-15T19:30Z",
                "2025-08-15T19:30:05+02:00",
                "2025-08-15T19:30Z/2025-08-15"
            })
    void datePatternMatchesDates(String date) {
        Schema schema = REGISTRY.getSchema((JsonNode) JsonSchemas.event("CeasefireEnded"));
        assertThat(schema.validate((JsonNode) TestCommands.json("{'occurred':'" + date + "'}")))
                .isEmpty();
        for (String none : new String[] {"yesterday", date + "x", "15.08.2025", ""}) {
            assertThat(schema.validate((JsonNode) TestCommands.json("{'occurred':'" + none + "'}")))
                    .as(none)
                    .isNotEmpty();
        }
    }

    /** A validator that asserts formats may fail on an unknown format. */
    @Test
    void publishesNoCustomFormat() {
        Stream.concat(
                        commands().stream().map(JsonSchemas::command),
                        events().stream().map(JsonSchemas::event))
                .flatMap(schema -> schema.findValues("format").stream())
                .filter(JsonNode::isString) // a command has a field of this name
                .forEach(format -> assertThat(format.asString()).isEqualTo("uri"));
    }

    @Test
    void replacementIsOneOfTheEvents() {
        Schema schema = REGISTRY.getSchema((JsonNode) JsonSchemas.event("DevelopmentCorrected"));
        String correction = "{'target':'01989f1e-5c00-7a00-8000-00000000a1a5','reason':'A typo','replacement':%s}";
        assertThat(schema.validate((JsonNode) TestCommands.json(
                        correction.formatted("{'type':'CeasefireEnded','occurred':'2025-08-15','reason':'It ended'}"))))
                .isEmpty();
        for (String wrong : new String[] {
            "{'type':'CeasefireEnded','occurred':'2025-08-15','outcome':'ADOPTED'}",
            "{'type':'Nope'}",
            "{'occurred':'2025-08-15'}",
            "{'type':'DevelopmentRetracted','target':'01989f1e-5c00-7a00-8000-00000000a1a5','reason':'No'}"
        }) {
            assertThat(schema.validate((JsonNode) TestCommands.json(correction.formatted(wrong))))
                    .as(wrong)
                    .isNotEmpty();
        }
    }

    @Test
    void everyReferencedComponentExists() {
        Map<String, ObjectNode> components = new HashMap<>(OpenApiCommandSchemas.all());
        components.putAll(OpenApiStateSchemas.all());
        assertThat(components).containsKeys("RejectCeasefire", "GivenActors", "MatterState", "CeasefireDetail");
        components.values().forEach(schema -> {
            assertThat(METASCHEMA.validate((JsonNode) schema)).isEmpty();
            assertThat(schema.findValuesAsString("$ref"))
                    .allMatch(reference -> components.containsKey(reference.replace("#/components/schemas/", "")));
        });
    }

    private static int rejections(String by) {
        Schema schema = REGISTRY.getSchema(JsonSchemas.command("RejectCeasefire"));
        return schema.validate((JsonNode) TestCommands.rejectCeasefire("by", by))
                .size();
    }
}
