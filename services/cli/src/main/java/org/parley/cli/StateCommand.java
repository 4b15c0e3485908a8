package org.parley.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.cli.trail.KnownHistory;
import org.parley.contract.PublishedEvent;
import org.parley.contract.state.StateJson;
import org.parley.domain.matter.MatterState;
import org.parley.domain.question.Position;
import org.parley.domain.state.NegotiationHistory;
import org.parley.domain.state.NegotiationState;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import tools.jackson.databind.node.ObjectNode;

/** {@code parley state}. */
@Command(
        name = "state",
        mixinStandardHelpOptions = true,
        description = "The state of a negotiation, now or at any two instants of valid time and transaction time. It is"
                + " computed from the trail on this machine: the content hash is the same on any machine.")
final class StateCommand extends TrailSubcommand {
    @Override
    public Integer call() {
        List<PublishedEvent> trail = source.events(negotiation);
        Instant knownAt = times.knownAt(trail);
        NegotiationHistory known = KnownHistory.at(negotiation, trail, knownAt);
        NegotiationState state = known.state(times.asOf(known), knownAt);
        ObjectNode answer = StateJson.of(state);
        PrintWriter out = out();
        if (json) {
            print(answer);
        } else {
            print(out, state, answer.path("contentHash").asString());
        }
        return ExitCode.OK;
    }

    private static void print(PrintWriter out, NegotiationState state, String hash) {
        out.printf(
                "%s (%s): %s%s%s%n",
                state.title(),
                state.negotiation(),
                state.status(),
                since(state.since()),
                (state.disputed() ? ", disputed" : "") + (state.held() ? ", held" : ""));
        out.printf(
                "as of %s, as known at %s, through position %d%n%n",
                PublishedEvent.time(state.asOf()), PublishedEvent.time(state.knownAt()), state.through());
        for (MatterState matter : state.matters()) {
            out.printf(
                    "%-14s %-26s %-14s%s%s%n",
                    matter.address().kind().slug(),
                    matter.address().slug(),
                    matter.status(),
                    since(matter.since()),
                    marks(matter, state.asOf()));
        }
        if (!state.positions().isEmpty()) {
            out.println();
        }
        for (NegotiationState.StatedPosition stated : state.positions()) {
            Position position = stated.position();
            out.printf(
                    "%-14s %-26s %-14s%s%s%n",
                    "position",
                    stated.question().slug() + " " + position.party(),
                    position.stance(),
                    since(position.since()),
                    position.shiftsCount() == 0 ? "" : ", " + position.shiftsCount() + " shift(s)");
        }
        out.printf("%n%s%n", hash);
    }

    private static String since(@Nullable Object date) {
        return date == null ? "" : " since " + date;
    }

    private static String marks(MatterState matter, Instant asOf) {
        return (matter.isPossibleAt(asOf) ? ", possible" : "")
                + (matter.disputed() ? ", disputed" : "")
                + (matter.held() ? ", held" : "");
    }
}
