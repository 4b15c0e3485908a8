package org.parley.domain.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.decision.CommandDecider;
import org.parley.domain.editorial.EditorialCommand;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.lifecycle.LifecycleRow;
import org.parley.domain.matter.MatterKind;

/** Checks the developers' table of all commands with their events, code and tests. */
class CommandTableTest {
    private static final String MAIN = "shared/negotiation/src/main/java/";
    private static final String TEST = "shared/negotiation/src/test/java/";

    /** The rules of editorial commands: a package-private class named after the public one, which delegates to it. */
    private static final String EDITORIAL_RULES = "Editorial" + CommandDecider.class.getSimpleName();

    private static final Map<String, String> EDITORIAL_TESTS = Map.of(
            "CorrectDevelopment", "CorrectionTest",
            "RetractDevelopment", "RetractionTest",
            "AddSource", "SourceTest",
            "GradeDevelopment", "SourceTest",
            "DisputeDevelopment", "DisputeTest",
            "ResolveDispute", "DisputeTest",
            "HoldDevelopment", "EmbargoTest",
            "ReleaseDevelopment", "EmbargoTest");

    @Test
    void listsEveryCommandWithItsEvent() throws IOException {
        StringBuilder table =
                new StringBuilder("| kind | command → event | code | test |\n| --- | --- | --- | --- |\n");
        for (MatterKind kind : MatterKind.values()) {
            DomainCatalogue.type(kind).lifecycle().rows().forEach(step -> table.append(row(kind, step)));
        }
        editorial().forEach(table::append);
        GeneratedDocument.checkPart("docs/developers/commands.md", "commands", table.toString());
    }

    private static String row(MatterKind kind, LifecycleRow<?, ?> step) {
        String name = step.command().getEnclosingClass().getSimpleName().replace("Command", "");
        String folder = folderOf(step.command());
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
        String rules = folderOf(CommandDecider.class);
        return IntStream.range(0, commands.length)
                .mapToObj(i -> line(
                        "any",
                        commands[i].getSimpleName(),
                        events[i].getSimpleName(),
                        MAIN + rules + "/" + EDITORIAL_RULES + ".java",
                        TEST + rules + "/" + EDITORIAL_TESTS.get(commands[i].getSimpleName()) + ".java"));
    }

    private static String folderOf(Class<?> type) {
        return type.getPackageName().replace('.', '/');
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
