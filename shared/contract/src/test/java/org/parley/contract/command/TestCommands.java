package org.parley.contract.command;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.parley.contract.ContractSamples;
import org.parley.contract.Json;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.decision.Refusal.Fault;
import org.parley.domain.editorial.EditorialCommand;
import org.parley.domain.editorial.EditorialCommand.CorrectDevelopment;
import org.parley.domain.editorial.EditorialCommand.HoldDevelopment;
import org.parley.domain.editorial.EditorialCommand.ReleaseDevelopment;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.MatterKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Commands as clients send them. */
public final class TestCommands {
    public static final String ID = "01989f1e-5c00-7a00-8000-000000000001";

    private static final CommandReader READER = new CommandReader();

    private TestCommands() {}

    /** A command with every field, or with only the required ones. */
    public static ObjectNode sample(String name, ContractSamples samples) {
        Class<? extends Command> type = DomainCatalogue.commands().get(name);
        boolean full = samples != ContractSamples.MINIMAL;
        boolean editorial = EditorialCommand.class.isAssignableFrom(type);
        ObjectNode json = Json.MAPPER.createObjectNode().put("command", name).put("negotiation", "ukraine-2025");
        if (!DomainCatalogue.kindOfCommand(type).equals(Optional.of(MatterKind.NEGOTIATION)) && (full || !editorial)) {
            json.put("matter", "alaska");
        }
        if (!editorial || full) {
            json.put("occurred", "2025-08-15");
            json.set("evidence", json("{'sources':[{'publisher':'Wire','title':'A report'}]}"));
        }
        if (full) {
            json.put("developmentId", ID);
            json.put("note", ContractSamples.NOTE);
            json.set("evidence", Json.MAPPER.<JsonNode>valueToTree(ContractSamples.EVIDENCE));
            if (type != HoldDevelopment.class && type != ReleaseDevelopment.class) {
                json.put("embargo", "2125-08-18");
            }
        }
        if (full && !editorial && DomainCatalogue.row(type).isInitial()) {
            json.put("title", "Alaska");
        }
        return json.setAll(own(type, samples));
    }

    private static ObjectNode own(Class<? extends Command> type, ContractSamples samples) {
        if (type != CorrectDevelopment.class) {
            return (ObjectNode) Json.MAPPER.<JsonNode>valueToTree(samples.sample(type));
        }
        ObjectNode correction = Json.MAPPER.createObjectNode();
        ObjectNode replacement = sample("ProposeCeasefire", samples);
        replacement.remove(List.of("developmentId", "embargo"));
        correction.set("replacement", replacement);
        return correction.put("target", ContractSamples.TARGET.toString()).put("reason", "The date was wrong.");
    }

    /** A valid command that rejects a ceasefire, with these fields set; see {@link #with}. */
    public static ObjectNode rejectCeasefire(String... changes) {
        return with(
                json("{'command':'RejectCeasefire','negotiation':'ukraine-2025','matter':'alaska',"
                        + "'occurred':'2025-08-15','by':'RUS','reason':'Not yet.',"
                        + "'evidence':{'sources':[{'publisher':'Wire','title':'A report'}]}}"),
                changes);
    }

    /** The command with these fields set, alternately a name and its JSON with single quotes. */
    static ObjectNode with(ObjectNode command, String... changes) {
        for (int i = 0; i < changes.length; i += 2) {
            command.set(changes[i], Json.MAPPER.readTree(changes[i + 1].replace('\'', '"')));
        }
        return command;
    }

    /** Reads the command. */
    public static CommandRequest read(ObjectNode command) {
        return READER.read(Json.MAPPER.writeValueAsBytes(command));
    }

    /** The faults of a command; empty when it is valid. */
    static List<Fault> faults(byte[] json) {
        return faults(() -> READER.read(json));
    }

    /** The faults of a command; empty when it is valid. */
    static List<Fault> faults(ObjectNode command) {
        return faults(() -> READER.read(command));
    }

    private static List<Fault> faults(Supplier<CommandRequest> reading) {
        try {
            reading.get();
            return List.of();
        } catch (InvalidRequestException e) {
            return e.faults();
        }
    }

    /** JSON written with single quotes. */
    public static ObjectNode json(String text) {
        return (ObjectNode) Json.MAPPER.readTree(text.replace('\'', '"'));
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
