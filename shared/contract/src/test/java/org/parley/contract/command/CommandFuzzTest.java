package org.parley.contract.command;

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
import org.parley.contract.ContractSamples;
import org.parley.contract.DevelopmentJson;
import org.parley.contract.EventTypeName;
import org.parley.contract.Json;
import org.parley.contract.schema.JsonSchemas;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.MatterAddress;
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
        List<ObjectNode> commands = DomainCatalogue.commands().keySet().stream()
                .flatMap(name -> Stream.of(ContractSamples.values()).map(samples -> TestCommands.sample(name, samples)))
                .toList();
        int read = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] sent = CommandMutation.of(commands.get(random.nextInt(commands.size())), random);
            try {
                read += isRead(sent) ? 1 : 0;
            } catch (Throwable broken) {
                throw new AssertionError(
                        "-Dparley.seed=" + SEED + ", mutation " + i + ": " + new String(sent, CommandMutation.CHARSET),
                        broken);
            }
        }
        assertThat(read).as("mutations that leave a command").isBetween(MUTATIONS / 50, MUTATIONS / 2);
    }

    private boolean isRead(byte[] sent) {
        CommandRequest request;
        try {
            request = reader.read(sent);
        } catch (InvalidRequestException invalid) {
            assertThat(invalid.faults())
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .allSatisfy(UnreadableCommandTest::isWritable)
                    .allSatisfy(fault -> assertThat(fault.detail()).doesNotContain("^[", "[A-Z", "tools.jackson"));
            return false;
        }
        String type = request.command().type();
        assertThat(invalid(type, JsonSchemas::command, Json.MAPPER.readTree(sent)))
                .isEmpty();
        MatterAddress.ofNegotiation(request.negotiation());
        DomainCatalogue.kindOf(request.command()).ifPresent(kind -> assertRoundTrip(request));
        return true;
    }

    /** The event of the command matches its schema and survives a round trip. */
    private void assertRoundTrip(CommandRequest request) {
        Command command = request.command();
        Development development = new Development(
                DomainCatalogue.row(command.getClass()).becomes().apply(command),
                request.occurred(),
                request.title(),
                request.evidence(),
                request.note(),
                List.of());
        EventTypeName name = EventTypeName.of(development.event());
        byte[] json = DevelopmentJson.canonical(development);

        assertThat(invalid(name.event(), JsonSchemas::event, Json.MAPPER.readTree(json)))
                .isEmpty();
        assertThat(DevelopmentJson.read(name, json)).isEqualTo(development);
    }

    private List<?> invalid(String type, Function<String, ObjectNode> schema, JsonNode json) {
        return schemas.computeIfAbsent(type, name -> REGISTRY.getSchema(schema.apply(name)))
                .validate(json);
    }
}
