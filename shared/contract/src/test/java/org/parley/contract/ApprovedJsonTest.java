package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.contract.command.TestCommands;
import org.parley.contract.schema.JsonSchemas;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.Embargo;
import org.parley.domain.matter.Event;
import org.parley.domain.time.Edtf;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;

/**
 * The published JSON of every event type. An approved file never changes, because stores and subscribers already have
 * its JSON. A new event type needs two new files. This command writes missing files and leaves the others unchanged:
 *
 * <pre>mvn -pl shared/contract -am test -Dtest=ApprovedJsonTest -Dsurefire.failIfNoSpecifiedTests=false
 *     -Dparley.approve=missing</pre>
 */
class ApprovedJsonTest {
    private static final Path APPROVED = Path.of("src/test/resources/approved/v1");
    private static final boolean WRITE_MISSING = "missing".equals(System.getProperty("parley.approve"));
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter PRETTY = Json.MAPPER
            .writer()
            .with(new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER));

    private record Sample(EventTypeName name, ContractSamples samples) {
        Development development() {
            return samples.development(name.eventClass());
        }

        Path file() {
            return APPROVED.resolve(name.event() + "." + samples.name().toLowerCase(Locale.ROOT) + ".json");
        }

        @Override
        public String toString() {
            return file().getFileName().toString();
        }
    }

    static Stream<Sample> samples() {
        return DomainCatalogue.events().keySet().stream()
                .map(event -> new EventTypeName(event, 1))
                .flatMap(name -> Stream.of(ContractSamples.values())
                        .filter(samples -> samples.isOf(name.eventClass()))
                        .map(samples -> new Sample(name, samples)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void writesTheApprovedJson(Sample sample) throws IOException {
        assertThat(pretty(DevelopmentJson.write(sample.development()))).isEqualTo(approved(sample));
        byte[] canonical = DevelopmentJson.canonical(sample.development());
        assertThat(canonical).isEqualTo(CanonicalJson.of(Json.MAPPER.readTree(approved(sample))));
        assertThat(CanonicalJson.of(canonical)).isSameAs(canonical);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsTheApprovedJson(Sample sample) throws IOException {
        Development read = DevelopmentJson.read(sample.name(), TestCommands.bytes(approved(sample)));

        assertThat(read).isEqualTo(sample.development());
        assertThat(pretty(DevelopmentJson.write(read))).isEqualTo(approved(sample));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void approvedJsonMatchesItsSchema(Sample sample) throws IOException {
        Schema schema = SCHEMAS.getSchema(JsonSchemas.event(sample.name().event()));

        assertThat(schema.validate(Json.MAPPER.readTree(approved(sample)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void fullSampleHasEveryFieldOfTheSchema(Sample sample) throws IOException {
        Class<? extends Event> type = sample.name().eventClass();
        if (!sample.samples().isComplete(type)) {
            return; // it has the fields of an earlier version
        }
        JsonNode schema = JsonSchemas.event(sample.name().event());
        JsonNode fields = !sample.samples().isSmall() ? schema.path("properties") : schema.path("required");
        List<String> expected = fields.isObject()
                ? fields.propertyNames().stream()
                        .filter(name -> !name.equals("embargo")) // added later, with its own samples
                        .toList()
                : fields.valueStream().map(JsonNode::asString).toList();

        assertThat(Json.MAPPER.readTree(approved(sample)).propertyNames())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    static Stream<Arguments> underEmbargo() {
        return Stream.of("CeasefireRejected", "DevelopmentCorrected")
                .flatMap(event -> Stream.of(null, "2125-08-18T13:00-04:00")
                        .map(until -> Arguments.of(
                                new EventTypeName(event, 1), new Embargo(until == null ? null : Edtf.parse(until)))));
    }

    @ParameterizedTest
    @MethodSource("underEmbargo")
    void writesAndReadsAnEmbargoAsApproved(EventTypeName name, Embargo embargo) throws IOException {
        Path file = APPROVED.resolveSibling("v1-embargo")
                .resolve(name.event() + (embargo.until() == null ? ".open.json" : ".until.json"));
        Development development =
                ContractSamples.MINIMAL.development(name.eventClass()).withEmbargo(embargo);
        String approved = approved(file, development);

        assertThat(pretty(DevelopmentJson.write(development))).isEqualTo(approved);
        assertThat(DevelopmentJson.read(name, TestCommands.bytes(approved))).isEqualTo(development);
        assertThat(SCHEMAS.getSchema(JsonSchemas.event(name.event())).validate(Json.MAPPER.readTree(approved)))
                .isEmpty();
    }

    @Test
    void hasNoOtherApprovedFiles() throws IOException {
        List<Path> expected = samples().map(Sample::file).toList();
        try (Stream<Path> files = Files.list(APPROVED)) {
            assertThat(files).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static String approved(Sample sample) throws IOException {
        return approved(sample.file(), sample.development());
    }

    private static String approved(Path file, Development development) throws IOException {
        if (WRITE_MISSING && Files.notExists(file)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, pretty(DevelopmentJson.write(development)));
        }
        assertThat(file)
                .as("the approved JSON of an event type; -Dparley.approve=missing writes it")
                .exists();
        return Files.readString(file);
    }

    private static String pretty(JsonNode json) {
        return PRETTY.writeValueAsString(json) + "\n";
    }
}
