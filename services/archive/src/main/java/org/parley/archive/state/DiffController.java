package org.parley.archive.state;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.access.documentation.Answers;
import org.parley.archive.question.Asked;
import org.parley.archive.question.Between;
import org.parley.archive.question.JsonAnswer;
import org.parley.archive.question.Problem;
import org.parley.archive.question.When;
import org.parley.contract.DiffJson;
import org.parley.contract.DiffJson.Axis;
import org.parley.diff.Causes;
import org.parley.diff.Diff;
import org.parley.diff.SeenMatter;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What differs between two states of a negotiation, over HTTP. */
@RestController
@Tag(name = "State")
final class DiffController {
    private final States states;
    private final Clock clock;

    DiffController(States states, Clock clock) {
        this.states = states;
        this.clock = clock;
    }

    @Answers(value = "StateDiff", description = "What differs")
    @Operation(
            operationId = "diff",
            summary = "What differs between two states of a negotiation, and because of which developments",
            description = "axis=knowledge compares what was known at from and at to, both as of asOf: a correction or"
                    + " retraction is named by its own id. axis=world compares how things stood as of from and as of to,"
                    + " both as known at knownAt. before and after are matters as in the state; null where the matter did"
                    + " not exist. The negotiation itself is the matter of kind negotiation.")
    @GetMapping(path = "/api/negotiations/{negotiation}/diff", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> diff(
            @PathVariable String negotiation,
            @Parameter(description = "world or knowledge", required = true) @RequestParam(required = false) @Nullable String axis,
            @ParameterObject Between between,
            @ParameterObject Asked instants) {
        return JsonAnswer.of(
                switch (axis(axis)) {
                    case KNOWLEDGE -> {
                        refuse("/knownAt", instants.knownAt(), "axis=knowledge compares two of these: from and to");
                        yield onDeskAxis(negotiation, between.instants(), instants.when(clock));
                    }
                    case WORLD -> {
                        refuse("/asOf", instants.asOf(), "axis=world compares two of these: from and to");
                        yield onWorldAxis(negotiation, between.instants(), instants.when(clock));
                    }
                });
    }

    private static Axis axis(@Nullable String given) {
        return Stream.of(Axis.values())
                .filter(axis -> axis.text().equals(given))
                .findFirst()
                .orElseThrow(() -> Problem.badQuestion("/axis", "must be 'world' or 'knowledge'"));
    }

    private static void refuse(String pointer, @Nullable String given, String why) {
        if (given != null && !given.isBlank()) {
            throw Problem.badQuestion(pointer, "has no meaning here: " + why);
        }
    }

    private JsonNode onDeskAxis(String negotiation, Between.Instants between, When when) {
        Known latest = states.latest(negotiation);
        Instant asOf = when.asOf(latest.reached());
        Instant now = when.knownAt(latest.recordedAt());
        Instant one = earlier(between.from(), now);
        Instant other = earlier(between.to(now), now);
        Known from = states.knownAt(latest, one);
        Known to = states.knownAt(latest, other);
        Known later = from.through() > to.through() ? from : to;
        Diff diff = Diff.between(
                seen(from, asOf),
                seen(to, asOf),
                matter -> Causes.onDeskAxis(states.history(later, matter), one, other, asOf));
        return DiffJson.of(negotiation, Axis.KNOWLEDGE, one, other, asOf, diff);
    }

    private JsonNode onWorldAxis(String negotiation, Between.Instants between, When when) {
        Known latest = states.latest(negotiation);
        Instant knownAt = when.knownAt(latest.recordedAt());
        Known known = states.knownAt(latest, when);
        Instant from = between.from();
        Instant to = between.to(when.asOf(latest.reached()));
        Diff diff = Diff.between(
                seen(known, from),
                seen(known, to),
                matter -> Causes.onWorldAxis(states.history(known, matter), from, to));
        return DiffJson.of(negotiation, Axis.WORLD, from, to, knownAt, diff);
    }

    /** What will be known is not known yet. */
    private static Instant earlier(Instant one, Instant now) {
        return one.isBefore(now) ? one : now;
    }

    private List<SeenMatter> seen(Known known, Instant asOf) {
        return states.matters(known, asOf).stream()
                .map(state -> SeenMatter.at(asOf, state))
                .toList();
    }
}
