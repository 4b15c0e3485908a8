package org.parley.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.catalogue.Catalogue;
import org.parley.editorial.EditorialCommand;
import org.parley.editorial.EditorialEvent;
import org.parley.matter.Kind;
import org.parley.matter.Step;

/** Checks the developers' table of all commands with their events, code and tests. */
class CommandTableTest {
    private static final String MAIN = "shared/negotiation/src/main/java/org/parley/";
    private static final String TEST = "shared/negotiation/src/test/java/org/parley/";
    private static final Map<String, String> EDITORIAL_TESTS = Map.of(
            "CorrectDevelopment", "history/CorrectionTest",
            "RetractDevelopment", "history/RetractionTest",
            "AddSource", "history/SourceTest",
            "GradeDevelopment", "history/SourceTest",
            "DisputeDevelopment", "history/DisputeTest",
            "ResolveDispute", "history/DisputeTest",
            "HoldDevelopment", "history/EmbargoTest",
            "ReleaseDevelopment", "history/EmbargoTest");

    @Test
    void listsEveryCommandWithItsEvent() throws IOException {
        StringBuilder table =
                new StringBuilder("| kind | command → event | code | test |\n| --- | --- | --- | --- |\n");
        for (Kind kind : Kind.values()) {
            Catalogue.type(kind).lifecycle().steps().forEach(step -> table.append(row(kind, step)));
        }
        editorial().forEach(table::append);
        GeneratedDocument.checkPart("docs/developers/commands.md", "commands", table.toString());
    }

    private static String row(Kind kind, Step<?, ?> step) {
        String name = step.command().getEnclosingClass().getSimpleName().replace("Command", "");
        String folder = step.command().getPackageName().replace("org.parley.", "");
        return line(
                kind.slug(),
                step.commandName(),
                step.eventType(),
                MAIN + folder + "/" + name + ".java",
                TEST + folder + "/" + name + "Test.java");
    }

    private static Stream<String> editorial() {
        var events = EditorialEvent.class.getPermittedSubclasses();
        var commands = EditorialCommand.class.getPermittedSubclasses();
        return IntStream.range(0, commands.length)
                .mapToObj(i -> line(
                        "any",
                        commands[i].getSimpleName(),
                        events[i].getSimpleName(),
                        MAIN + "history/EditorialDecision.java",
                        TEST + EDITORIAL_TESTS.get(commands[i].getSimpleName()) + ".java"));
    }

    private static String line(String kind, String command, String event, String code, String test) {
        assertThat(Stream.of(code, test)
                        .filter(path -> !Files.exists(Repository.ROOT.resolve(path)))
                        .collect(Collectors.toList()))
                .as("missing files that the table links to")
                .isEmpty();
        return "| %s | `%s` → `%s` | [code](../../%s) | [test](../../%s) |%n"
                .formatted(kind, command, event, code, test)
                .replace("\r\n", "\n");
    }
}
