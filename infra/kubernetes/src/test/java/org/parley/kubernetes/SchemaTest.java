package org.parley.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.testkit.prerequisite.Prerequisite;
import org.parley.testkit.prerequisite.Requires;

/** Every field of every resource exists in its kind and has the right type. */
@Requires(Prerequisite.KUSTOMIZE)
class SchemaTest {
    /** CloudNativePG has no Java model, so a JSON schema describes the fields that are used. */
    private static final Schema CLOUDNATIVE_PG = cloudNativePg();

    @ParameterizedTest
    @MethodSource("org.parley.kubernetes.Manifests#all")
    void everyResourceMatchesItsSchema(Manifests manifests) {
        assertThat(manifests.resources()).hasSizeGreaterThan(20);
        assertThat(manifests.resources().stream().flatMap(resource -> trouble(resource).stream()
                        .map(trouble -> StrictModels.kind(resource) + " " + resource.at("/metadata/name") + trouble)))
                .isEmpty();
    }

    /** The check detects faults. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Deployment    | ledger           | /spec/template/spec/containers/0 | readinesProbe     | {}
            Deployment    | ledger           | /spec                            | replicas          | "two"
            Deployment    | ledger           | /metadata/labels                 | version           | 1
            Service       | desk             | /spec                            | selectors         | {}
            NetworkPolicy | database         | /spec/ingress/0                  | form              | []
            Ingress       | desk             | /spec                            | rules             | {}
            Kafka         | parley-kafka     | /spec/kafka/listeners/0          | autentication     | {}
            Kafka         | parley-kafka     | /spec/kafka/authorization        | type              | "none"
            KafkaNodePool | broker           | /spec                            | replicas          | "many"
            KafkaTopic    | parley.ledger.v1 | /spec                            | partition         | 12
            KafkaUser     | parley-ledger    | /spec/authorization/acls/0       | operations        | ["Reed"]
            Cluster       | parley-db        | /spec/postgresql/synchronous     | metod             | "any"
            Cluster       | parley-db        | /spec/postgresql/parameters      | max_connections   | 200
            Cluster       | parley-db        | /spec                            | instances         | "3"
            """)
    void invalidFieldIsDetected(String kind, String name, String at, String field, String value) throws IOException {
        JsonNode broken = Manifests.of("production").get(kind, name).deepCopy();
        ((ObjectNode) broken.at(at)).set(field, Manifests.YAML.readTree(value));

        assertThat(trouble(broken)).isPresent();
    }

    private static Optional<String> trouble(JsonNode resource) {
        if (StrictModels.knows(resource)) {
            return StrictModels.trouble(resource);
        }
        List<?> found = CLOUDNATIVE_PG.validate(resource.toString(), InputFormat.JSON);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.toString());
    }

    private static Schema cloudNativePg() {
        try (InputStream schema =
                Objects.requireNonNull(SchemaTest.class.getResourceAsStream("/cloudnative-pg.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
