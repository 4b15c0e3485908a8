package org.parley.ledger.relay;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.parley.access.documentation.Answers;
import org.parley.ledger.relay.TakeBack.TakenBack;
import org.parley.ledger.relay.UnverifiedClaims.UnverifiedClaim;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Kafka has and an older database lacks, over HTTP. */
@RestController
@RequestMapping(path = "/api/ledger", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Operations")
public class TakeBackController {
    private final TakeBack takeBack;
    private final UnverifiedClaims unverified;

    public TakeBackController(TakeBack takeBack, UnverifiedClaims unverified) {
        this.takeBack = takeBack;
        this.unverified = unverified;
    }

    /**
     * What was taken back.
     *
     * @param taken how many events in all
     * @param negotiations how many by negotiation
     * @param passedOver how many records of the topic have no right seal
     */
    public record Taken(int taken, Map<String, Integer> negotiations, long passedOver) {}

    /** What the topic claims beyond the store, in records without a right seal. */
    public record Unverified(List<UnverifiedClaim> claims) {}

    /** How many claims were dismissed. */
    public record Dismissed(int dismissed) {}

    @Answers(value = "TakenBack", description = "What was taken back")
    @Operation(
            operationId = "takeBack",
            summary = "Takes back from Kafka what the store lacks",
            description =
                    "After an older backup of the database was restored: the ledger refuses commands while the topic is"
                            + " ahead of the store, and goes on once it has those events again, at their positions. Safe at any time."
                            + " Only records with a right seal are looked at. 409 names the negotiations that could not be"
                            + " taken back, and why; all others were.")
    @PostMapping("/take-back")
    ResponseEntity<?> takeBack() {
        TakenBack result = takeBack.run();
        int sum = result.taken().values().stream().mapToInt(Integer::intValue).sum();
        if (result.refused().isEmpty()) {
            return ResponseEntity.ok(new Taken(sum, result.taken(), result.passedOver()));
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "Some negotiations could not be taken back; 'refused' tells why.");
        problem.setTitle("Not everything was taken back");
        problem.setProperty("refused", result.refused());
        problem.setProperty("taken", sum);
        problem.setProperty("negotiations", result.taken());
        problem.setProperty("passedOver", result.passedOver());
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @Answers(value = "UnverifiedClaims", description = "The claims")
    @Operation(
            operationId = "unverifiedClaims",
            summary = "What Kafka claims beyond the end of the store without a right seal",
            description =
                    "Somebody forged it, or the key that sealed it is lost together with newer states of the database:"
                            + " then this is all that tells what is missing. With that key as parley.stream.former-seal-key it"
                            + " can be taken back.")
    @GetMapping("/unverified")
    Unverified unverified() {
        return new Unverified(unverified.all());
    }

    @Answers(value = "DismissedClaims", description = "How many there were")
    @Operation(
            operationId = "dismissClaims",
            summary = "Dismisses those claims",
            description = "Ends the alarm about them. The records stay on Kafka.")
    @DeleteMapping("/unverified")
    Dismissed dismiss() {
        return new Dismissed(unverified.dismiss());
    }
}
