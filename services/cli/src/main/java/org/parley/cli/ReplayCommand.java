package org.parley.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.parley.cli.trail.KnownHistory;
import org.parley.cli.trail.RecordedEntry;
import org.parley.cli.trail.ReplayStep;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.contract.state.DiffJson.Axis;
import org.parley.domain.history.FoldStep;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.state.NegotiationHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Replays the trail in the order of recording or, with --axis world, in the order in which things"
                + " happened, as known at --known-at.")
final class ReplayCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NEGOTIATION", description = "Its slug, such as ukraine-2025.", arity = "0..1")
    private @Nullable String given;

    @Option(names = "--negotiation", paramLabel = "NEGOTIATION", description = "The same as the parameter.")
    private @Nullable String named;

    @Option(names = "--axis", description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private Axis axis = Axis.KNOWLEDGE;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            converter = TemporalOptions.StartConverter.class,
            description = "From the beginning of this date, on the axis of the replay.")
    private Instant from = Instant.MIN;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            converter = TemporalOptions.Converter.class,
            description = "To the end of this date.")
    private Instant to = Instant.MAX;

    @Option(
            names = "--speed",
            paramLabel = "SPEED",
            converter = ReplaySpeed.Converter.class,
            description = "1d/s replays one day per second, 60x is 60 times real time. Without delays if not given.")
    private @Nullable ReplaySpeed speed;

    @Mixin
    private TemporalOptions times = new TemporalOptions();

    @Mixin
    private TrailSourceOptions source = new TrailSourceOptions();

    @Option(names = "--json", description = "Writes one JSON object per line.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        String negotiation = given == null ? named : given;
        if (negotiation == null) {
            throw new IllegalArgumentException("the negotiation is missing: parley replay ukraine-2025");
        }
        List<PublishedEvent> trail = source.events(negotiation);
        List<ReplayStep> steps =
                axis == Axis.WORLD ? validTime(negotiation, trail) : transactionTime(negotiation, trail);
        List<ReplayStep> moments = steps.stream()
                .filter(step -> !step.at().isBefore(from) && !step.at().isAfter(to))
                .toList();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Instant before = Instant.MIN;
        for (ReplayStep moment : moments) {
            if (speed != null && !before.equals(Instant.MIN)) {
                out.flush();
                TimeUnit.NANOSECONDS.sleep(
                        speed.timeFor(Duration.between(before, moment.at())).toNanos());
            }
            before = moment.at();
            out.println(json ? Json.MAPPER.writeValueAsString(moment.json()) : moment.line());
            if (out.checkError()) {
                break; // the reader of the pipe has closed it
            }
        }
        return ExitCode.OK;
    }

    /** The steps on the axis of transaction time, worded as when they were recorded. */
    private List<ReplayStep> transactionTime(String negotiation, List<PublishedEvent> trail) {
        Instant knownAt = times.knownAt(trail);
        long last = KnownHistory.at(negotiation, trail, knownAt).lastPosition();
        return RecordedEntry.of(negotiation, trail).stream()
                .filter(said -> said.event().position() <= last)
                .map(ReplayStep::recorded)
                .toList();
    }

    /** The steps on the axis of valid time, as known at the requested instant. */
    private List<ReplayStep> validTime(String negotiation, List<PublishedEvent> trail) {
        Instant knownAt = times.knownAt(trail);
        NegotiationHistory known = KnownHistory.at(negotiation, trail, knownAt);
        List<ReplayStep> moments = new ArrayList<>();
        for (RecordedHistory history : known.matters()) {
            MatterState state = null;
            for (Occurrence occurrence : history.effective()) {
                FoldStep step = FoldStep.of(history.type(), history.address(), state, occurrence);
                moments.add(ReplayStep.happened(known, history, occurrence, knownAt, state, step));
                state = step.state();
            }
        }
        moments.sort(Comparator.comparing(ReplayStep::at));
        return moments;
    }
}
