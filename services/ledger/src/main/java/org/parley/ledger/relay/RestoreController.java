package org.parley.ledger.relay;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.access.problem.ProblemException;
import org.parley.access.problem.ProblemResponse;
import org.parley.ledger.relay.TopicRestore.RestoreResult;
import org.parley.ledger.relay.UnverifiedClaims.UnverifiedClaim;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Restores events that the topic has and an older database lacks. */
@RestController
@RequestMapping(path = "/api/ledger", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Operations")
public class RestoreController {
    private final TopicRestore topicRestore;
    private final UnverifiedClaims unverified;

    public RestoreController(TopicRestore topicRestore, UnverifiedClaims unverified) {
        this.topicRestore = topicRestore;
        this.unverified = unverified;
    }

    /**
     * The restored events.
     *
     * @param taken the total number of restored events
     * @param negotiations the number of restored events by negotiation
     * @param passedOver the number of records without a valid seal
     */
    public record RestoredEvents(int taken, Map<String, Integer> negotiations, long passedOver) {}

    /** Events beyond the end of the store, from records without a valid seal. */
    public record UnverifiedClaimList(List<UnverifiedClaim> claims) {}

    /** The number of dismissed claims. */
    public record DismissedClaims(int dismissed) {}

    @DocumentedResponse(value = "TakenBack", description = "What was restored")
    @Operation(
            operationId = "restoreFromTopic",
            summary = "Restores from Kafka the events that the store lacks",
            description =
                    "For use after an older backup of the database was restored. The ledger refuses commands while the topic is"
                            + " ahead of the store, and accepts them again once it has those events, at their positions. Safe at any"
                            + " time. Only records with a valid seal are restored. 409 names the negotiations that could not be"
                            + " restored and why; all others were.")
    @PostMapping("/restore")
    RestoredEvents restore() {
        RestoreResult result = topicRestore.run();
        int sum =
                result.restored().values().stream().mapToInt(Integer::intValue).sum();
        if (!result.refused().isEmpty()) {
            throw new ProblemException(new ProblemResponse(
                            HttpStatus.CONFLICT,
                            "Some negotiations could not be restored; 'refused' says why.",
                            "Algunas negociaciones no se pudieron restaurar; «refused» dice por qué.")
                    .titled("Not everything was restored", "No se restauró todo")
                    .with("refused", result.refused())
                    .with("taken", sum)
                    .with("negotiations", result.restored())
                    .with("passedOver", result.skipped()));
        }
        return new RestoredEvents(sum, result.restored(), result.skipped());
    }

    @DocumentedResponse(value = "TakenBack", description = "What was restored")
    @Operation(
            operationId = "takeBack",
            deprecated = true,
            summary = "The earlier name of POST /api/ledger/restore",
            description = "Does the same and answers the same.")
    @PostMapping("/take-back")
    RestoredEvents takeBack() {
        return restore();
    }

    @DocumentedResponse(value = "UnverifiedClaims", description = "The claims")
    @Operation(
            operationId = "unverifiedClaims",
            summary = "Lists events beyond the end of the store without a valid seal",
            description = "They are forged, or sealed with a key that was lost together with newer states of the"
                    + " database. In that case they are the only trace of the missing events; with that key"
                    + " as parley.stream.former-seal-key the events can be restored.")
    @GetMapping("/unverified")
    UnverifiedClaimList unverified() {
        return new UnverifiedClaimList(unverified.findAll());
    }

    @DocumentedResponse(value = "DismissedClaims", description = "The number of dismissed claims")
    @Operation(
            operationId = "dismissClaims",
            summary = "Dismisses these claims",
            description = "Ends the alarm about them. The records stay in Kafka.")
    @DeleteMapping("/unverified")
    DismissedClaims dismiss() {
        return new DismissedClaims(unverified.dismiss());
    }
}
