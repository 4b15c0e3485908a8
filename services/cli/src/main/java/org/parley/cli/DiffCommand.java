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
        Instant end = to == null ? now : to;
        PrintWriter out = out();
        if (axis == Axis.WORLD) {
            Instant knownAt = times.knownAt(trail);
            NegotiationHistory known = Known.at(negotiation, trail, knownAt);
            answer(out, known, from, end, knownAt, onWorldAxis(known, end, knownAt));
        } else {
            Instant one = earlier(from, now);
            Instant other = earlier(end, now);
            NegotiationHistory known = Known.at(negotiation, trail, one.isAfter(other) ? one : other);
            answer(out, known, one, other, times.asOf(trail), onDeskAxis(trail, one, other, times.asOf(trail)));
        }
        return ExitCode.OK;
    }

    private Diff onWorldAxis(NegotiationHistory known, Instant end, Instant knownAt) {
        return Diff.between(
                seen(known, from, knownAt),
                seen(known, end, knownAt),
                matter -> Causes.onWorldAxis(known.matter(matter).orElseThrow(), from, end, knownAt));
    }

    private Diff onDeskAxis(List<PublishedEvent> trail, Instant one, Instant other, Instant asOf) {
        NegotiationHistory then = Known.at(negotiation, trail, one);
        NegotiationHistory later = Known.at(negotiation, trail, other);
        NegotiationHistory more = then.through() > later.through() ? then : later;
        return Diff.between(
                seen(then, asOf, one),
                seen(later, asOf, other),
                matter -> Causes.onDeskAxis(more.matter(matter).orElseThrow(), one, other, asOf));
    }

    private static List<SeenMatter> seen(NegotiationHistory known, Instant asOf, Instant knownAt) {
        return known.matters().stream()
                .flatMap(history -> history.state(asOf, knownAt).stream())
                .map(state -> SeenMatter.at(asOf, state))
                .toList();
    }

    private static Instant earlier(Instant one, Instant now) {
        return one.isBefore(now) ? one : now;
    }

    private void answer(
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
                    words(change.before()),
                    words(change.after()));
            change.because().forEach(id -> out.println("    because: " + sentence(known, change, id)));
        }
        if (diff.changes().isEmpty()) {
            out.println("Nothing differs.");
        }
    }

    private static String words(@Nullable SeenMatter seen) {
        if (seen == null) {
            return "-";
        }
        return seen.state().status()
                + (seen.state().since() == null ? "" : " since " + seen.state().since())
                + (seen.possible() ? ", possible" : "")
                + (seen.state().disputed() ? ", disputed" : "")
                + (seen.state().held() ? ", held" : "");
    }

    private static String sentence(NegotiationHistory known, Change change, UUID id) {
        return known
                .entry(change.matter(), id)
                .map(entry -> Sentence.of(known, entry) + " (position " + entry.position() + ")")
                .stream()
                .collect(Collectors.joining());
    }
}
