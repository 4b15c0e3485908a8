package org.parley.acceptance.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Generates the commands of one editor of a negotiation. All editors of a negotiation share its matters. */
final class CommandScript {
    private static final int MATTERS = 12;
    private static final List<String> PARTIES = List.of("RUS", "UKR", "USA");
    private static final List<String> STANCES = List.of("SUPPORTS", "OPPOSES", "UNDECLARED");
    private static final String EVIDENCE =
            ",\"evidence\":{\"sources\":[{\"publisher\":\"Agency\",\"title\":\"Report\"}],\"grade\":\"B2\"}";

    private final String negotiation;
    private final Random random;
    private final Deque<String> own = new ArrayDeque<>();
    private int given;

    CommandScript(String negotiation, long seed) {
        this.negotiation = negotiation;
        this.random = new Random(seed);
    }

    /**
     * A command.
     *
     * @param id the developmentId
     * @param possible whether the rules accept the command
     */
    record Command(String id, String json, boolean possible) {}

    /** The commands that open the negotiation with its parties and questions. */
    static List<Command> opening(String negotiation) {
        CommandScript script = new CommandScript(negotiation, 0);
        return Stream.of(
                        Stream.of(script.possible("OpenNegotiation", ",\"title\":\"Talks under load\"")),
                        PARTIES.stream()
                                .map(party -> script.possible(
                                        "AdmitParty",
                                        ",\"party\":\"%s\",\"name\":\"The %s\",\"partyKind\":\"STATE\""
                                                .formatted(party, party))),
                        IntStream.range(0, MATTERS)
                                .mapToObj(number -> script.possible(
                                        "RaiseQuestion",
                                        ",\"matter\":\"q-%d\",\"title\":\"Question %d\",\"theme\":\"SECURITY\""
                                                .formatted(number, number))))
                .flatMap(commands -> commands)
                .toList();
    }

    Command next() {
        given++;
        if (given % 6 == 0) {
            // Refused, because the question was never settled.
            return command("ReopenQuestion", matter() + ",\"occurred\":\"2025-08-20\"" + EVIDENCE, false);
        }
        if (given % 9 == 0 && !own.isEmpty()) {
            return possible(
                    "CorrectDevelopment",
                    target() + ",\"replacement\":{\"command\":\"StatePosition\"" + stated() + "}");
        }
        if (given % 13 == 0 && !own.isEmpty()) {
            return possible("RetractDevelopment", target());
        }
        Command position = possible("StatePosition", matter() + stated() + EVIDENCE);
        own.add(position.id());
        return position;
    }

    private String matter() {
        return ",\"matter\":\"q-%d\"".formatted(random.nextInt(MATTERS));
    }

    /** Each of the editor's own developments is the target of one command at most. */
    private String target() {
        return ",\"target\":\"%s\",\"reason\":\"It was reported otherwise\"".formatted(own.remove());
    }

    private String stated() {
        return ",\"occurred\":\"2025-08-%02d\",\"by\":\"%s\",\"stance\":\"%s\",\"summary\":\"Said %d\""
                .formatted(
                        1 + random.nextInt(28),
                        PARTIES.get(random.nextInt(PARTIES.size())),
                        STANCES.get(random.nextInt(STANCES.size())),
                        given);
    }

    private Command possible(String command, String fields) {
        return command(command, fields, true);
    }

    private Command command(String command, String fields, boolean possible) {
        String id = UUID.randomUUID().toString();
        return new Command(
                id,
                "{\"command\":\"%s\",\"negotiation\":\"%s\",\"developmentId\":\"%s\"%s}"
                        .formatted(command, negotiation, id, fields),
                possible);
    }
}
