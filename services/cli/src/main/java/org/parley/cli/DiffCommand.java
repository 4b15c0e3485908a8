package org.parley.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.cli.trail.KnownHistory;
import org.parley.contract.PublishedEvent;
import org.parley.contract.state.DiffJson;
import org.parley.contract.state.DiffJson.Axis;
import org.parley.domain.diff.ChangeCauses;
import org.parley.domain.diff.MatterChange;
import org.parley.domain.diff.MatterStateAsOf;
import org.parley.domain.diff.NegotiationDiff;
import org.parley.domain.state.EntrySentence;
import org.parley.domain.state.NegotiationHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code parley diff}. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description =
                "The differences between two states, and the developments that caused them: between two instants of"
                        + " valid time (world) or of transaction time (knowledge).")
final class DiffCommand extends TrailSubcommand {
    @Option(names = "--axis", required = true, description = "${COMPLETION-CANDIDATES}.")
    private Axis axis = Axis.WORLD;

    @Option(names = "--from", required = true, paramLabel = "DATE", converter = TemporalOptions.Converter.class)
    private Instant from = Instant.EPOCH;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            converter = TemporalOptions.Converter.class,
            description = "Now if not given.")
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
        Instant now = TemporalOptions.now(trail);
        PrintWriter out = out();
        if (axis == Axis.WORLD) {
            Instant knownAt = times.knownAt(trail);
            NegotiationHistory known = KnownHistory.at(negotiation, trail, knownAt);
            Instant end = to == null ? known.now(now) : to;
            printDiff(out, known, from, end, knownAt, onWorldAxis(known, end));
        } else {
            Instant one = earlierOf(from, now);
            Instant other = to == null ? now : earlierOf(to, now);
            NegotiationHistory known = KnownHistory.at(negotiation, trail, one.isAfter(other) ? one : other);
            Instant asOf = times.asOf(KnownHistory.at(negotiation, trail, now));
            printDiff(out, known, one, other, asOf, onDeskAxis(trail, one, other, asOf));
        }
        return ExitCode.OK;
    }

    private NegotiationDiff onWorldAxis(NegotiationHistory known, Instant end) {
        return NegotiationDiff.between(
                stateAt(known, from),
                stateAt(known, end),
                matter -> ChangeCauses.betweenAsOf(known.matter(matter).orElseThrow(), from, end));
    }

    private NegotiationDiff onDeskAxis(List<PublishedEvent> trail, Instant one, Instant other, Instant asOf) {
        NegotiationHistory then = KnownHistory.at(negotiation, trail, one);
        NegotiationHistory later = KnownHistory.at(negotiation, trail, other);
        NegotiationHistory more = then.lastPosition() > later.lastPosition() ? then : later;
        return NegotiationDiff.between(
                stateAt(then, asOf),
                stateAt(later, asOf),
                matter -> ChangeCauses.betweenKnownAt(
                        more.matter(matter).orElseThrow(),
                        recorded(trail, then, one),
                        recorded(trail, later, other),
                        asOf));
    }

    /** When the last known event was recorded: before a group, if the instant lies within one. */
    private static Instant recorded(List<PublishedEvent> trail, NegotiationHistory known, Instant knownAt) {
        long last = known.lastPosition();
        return last == 0 ? knownAt : trail.get(Math.toIntExact(last - 1)).recordedAt();
    }

    private static List<MatterStateAsOf> stateAt(NegotiationHistory known, Instant asOf) {
        return known.matters().stream()
                .flatMap(history -> history.state(asOf).stream())
                .map(state -> MatterStateAsOf.at(asOf, state))
                .toList();
    }

    private static Instant earlierOf(Instant one, Instant now) {
        return one.isBefore(now) ? one : now;
    }

    private void printDiff(
            PrintWriter out,
            NegotiationHistory known,
            Instant one,
            Instant other,
            Instant fixed,
            NegotiationDiff diff) {
        if (json) {
            print(DiffJson.of(negotiation, axis, one, other, fixed, diff));
            return;
        }
        for (MatterChange change : diff.changes()) {
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

    private static String describe(@Nullable MatterStateAsOf matter) {
        if (matter == null) {
            return "-";
        }
        return matter.state().status()
                + (matter.state().since() == null
                        ? ""
                        : " since " + matter.state().since())
                + (matter.possible() ? ", possible" : "")
                + (matter.state().disputed() ? ", disputed" : "")
                + (matter.state().held() ? ", held" : "");
    }

    private static String causeSentence(NegotiationHistory known, MatterChange change, UUID id) {
        return known
                .entry(change.matter(), id)
                .map(entry -> EntrySentence.of(known, entry) + " (position " + entry.position() + ")")
                .stream()
                .collect(Collectors.joining());
    }
}
