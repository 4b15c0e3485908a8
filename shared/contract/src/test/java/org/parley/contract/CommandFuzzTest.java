package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.catalogue.Catalogue;
import org.parley.matter.Command;
import org.parley.matter.Development;
import org.parley.matter.MatterAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Random input is a valid command or is rejected with its faults. {@code -Dparley.mutations=1000000} sets the number of
 * mutations, {@code -Dparley.seed=42} the seed.
 */
class CommandFuzzTest {
    private static final int MUTATIONS =
            Integer.getInteger("parley.mutations", Boolean.getBoolean("parley.test.long") ? 100_000 : 10_000);
    private static final long SEED = Long.getLong("parley.seed", 1);
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final CommandReader reader = new CommandReader();
    private final Map<String, Schema> schemas = new HashMap<>();

    @Test
    void readsOrRejectsEveryMutation() {
        System.out.println("Mutating commands with -Dparley.seed=" + SEED);
        Random random = new Random(SEED);
        List<ObjectNode> commands = Catalogue.commands().keySet().stream()
                .flatMap(name -> Stream.of(Samples.values()).map(samples -> Commands.sample(name, samples)))
                .toList();
        int read = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] sent = Mutation.of(commands.get(random.nextInt(commands.size())), random);
            try {
                read += isRead(sent) ? 1 : 0;
            } catch (Throwable broken) {
                throw new AssertionError(
                        "-Dparley.seed=" + SEED + ", mutation " + i + ": " + new String(sent, Mutation.CHARSET),
                        broken);
            }
        }
        assertThat(read).as("mutations that leave a command").isBetween(MUTATIONS / 50, MUTATIONS / 2);
    }

    private boolean isRead(byte[] sent) {
        CommandRequest request;
        try {
            request = reader.read(sent);
        } catch (InvalidRequest invalid) {
            assertThat(invalid.faults())
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .allSatisfy(NoCommandTest::isWritable)
                    .allSatisfy(fault -> assertThat(fault.detail()).doesNotContain("^[", "[A-Z", "tools.jackson"));
            return false;
        }
        String type = request.command().type();
        assertThat(invalid(type, Schemas::command, Json.MAPPER.readTree(sent))).isEmpty();
        MatterAddress.ofNegotiation(request.negotiation());
        Catalogue.kindOf(request.command()).ifPresent(kind -> assertRoundTrip(request));
        return true;
    }

    /** The event of the command matches its schema and survives a round trip. */
    private void assertRoundTrip(CommandRequest request) {
        Command command = request.command();
        Development development = new Development(
                Catalogue.step(command.getClass()).becomes().apply(command),
                request.occurred(),
                request.title(),
                request.evidence(),
                request.note(),
                List.of());
        TypeName name = TypeName.of(development.event());
        byte[] json = DevelopmentJson.bytes(development);

        assertThat(invalid(name.event(), Schemas::event, Json.MAPPER.readTree(json)))
                .isEmpty();
        assertThat(DevelopmentJson.read(name, json)).isEqualTo(development);
    }

    private List<?> invalid(String type, Function<String, ObjectNode> schema, JsonNode json) {
        return schemas.computeIfAbsent(type, name -> REGISTRY.getSchema(schema.apply(name)))
                .validate(json);
    }
}
