package org.parley.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.contract.DiffJson;
import org.parley.contract.DiffJson.Axis;
import org.parley.contract.PublishedEvent;
import org.parley.diff.Causes;
import org.parley.diff.Change;
import org.parley.diff.Diff;
import org.parley.diff.SeenMatter;
import org.parley.state.NegotiationHistory;
import org.parley.state.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code parley diff}. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description =
                "What differs between two states, and because of which developments: on the world's axis of time, or"
                        + " on that of what was known.")
final class DiffCommand extends TrailQuestion {
    @Option(names = "--axis", required = true, description = "${COMPLETION-CANDIDATES}.")
    private Axis axis = Axis.WORLD;

    @Option(names = "--from", required = true, paramLabel = "DATE", converter = Times.Converter.class)
    private Instant from = Instant.EPOCH;

    @Option(names = "--to", paramLabel = "DATE", converter = Times.Converter.class, description = "Now if not given.")
    private @Nullable Instant to;

    @Override
    public Integer call() {
        if (axis == Axis.WORLD ? times.isAsOfGiven() : times.isKnownAtGiven()) {
            throw new ParameterException(
                    spec().commandLine(),
                    (axis == Axis.WORLD ? "--as-of" : "--known-at")
                            + " has no meaning here: this axis has --from and --to");
        }
        List<PublishedEvent> trail = source.events(negotiation);
        Instant now = Times.now(trail);
        PrintWriter out = out();
        if (axis == Axis.WORLD) {
            Instant knownAt = times.knownAt(trail);
            NegotiationHistory known = Known.at(negotiation, trail, knownAt);
            Instant end = to == null ? known.now(now) : to;
            printDiff(out, known, from, end, knownAt, onWorldAxis(known, end));
        } else {
            Instant one = earlierOf(from, now);
            Instant other = to == null ? now : earlierOf(to, now);
            NegotiationHistory known = Known.at(negotiation, trail, one.isAfter(other) ? one : other);
            Instant asOf = times.asOf(Known.at(negotiation, trail, now));
            printDiff(out, known, one, other, asOf, onDeskAxis(trail, one, other, asOf));
        }
        return ExitCode.OK;
    }

    private Diff onWorldAxis(NegotiationHistory known, Instant end) {
        return Diff.between(
                stateAt(known, from),
                stateAt(known, end),
                matter -> Causes.onWorldAxis(known.matter(matter).orElseThrow(), from, end));
    }

    private Diff onDeskAxis(List<PublishedEvent> trail, Instant one, Instant other, Instant asOf) {
        NegotiationHistory then = Known.at(negotiation, trail, one);
        NegotiationHistory later = Known.at(negotiation, trail, other);
        NegotiationHistory more = then.through() > later.through() ? then : later;
        return Diff.between(
                stateAt(then, asOf),
                stateAt(later, asOf),
                matter -> Causes.onDeskAxis(more.matter(matter).orElseThrow(), one, other, asOf));
    }

    private static List<SeenMatter> stateAt(NegotiationHistory known, Instant asOf) {
        return known.matters().stream()
                .flatMap(history -> history.state(asOf).stream())
                .map(state -> SeenMatter.at(asOf, state))
                .toList();
    }

    private static Instant earlierOf(Instant one, Instant now) {
        return one.isBefore(now) ? one : now;
    }

    private void printDiff(
            PrintWriter out, NegotiationHistory known, Instant one, Instant other, Instant fixed, Diff diff) {
        if (json) {
            print(DiffJson.of(negotiation, axis, one, other, fixed, diff));
            return;
        }
        for (Change change : diff.changes()) {
            out.printf(
                    "%s/%s: %s → %s%n",
                    change.matter().kind().slug(),
                    change.matter().slug(),
                    describe(change.before()),
                    describe(change.after()));
            change.because().forEach(id -> out.println("    because: " + causeSentence(known, change, id)));
        }
        if (diff.changes().isEmpty()) {
            out.println("Nothing differs.");
        }
    }

    private static String describe(@Nullable SeenMatter matter) {
        if (matter == null) {
            return "-";
        }
        return matter.state().status()
                + (matter.state().since() == null ? "" : " since " + matter.state().since())
                + (matter.possible() ? ", possible" : "")
                + (matter.state().disputed() ? ", disputed" : "")
                + (matter.state().held() ? ", held" : "");
    }

    private static String causeSentence(NegotiationHistory known, Change change, UUID id) {
        return known
                .entry(change.matter(), id)
                .map(entry -> Sentence.of(known, entry) + " (position " + entry.position() + ")")
                .stream()
                .collect(Collectors.joining());
    }
}
