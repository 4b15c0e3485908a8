package org.parley.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** The options that the commands on a trail have in common. */
abstract class TrailSubcommand implements Callable<Integer> {
    @Parameters(paramLabel = "NEGOTIATION", description = "Its slug, such as ukraine-2025.")
    String negotiation = "";

    @Mixin
    TemporalOptions times = new TemporalOptions();

    @Mixin
    TrailSourceOptions source = new TrailSourceOptions();

    @Option(names = "--json", description = "Writes JSON.")
    boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    CommandSpec spec() {
        return Objects.requireNonNull(spec, "picocli sets it");
    }

    PrintWriter out() {
        return spec().commandLine().getOut();
    }

    void print(JsonNode answer) {
        out().println(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
    }
}
