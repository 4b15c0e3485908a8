package org.parley.ledger.relay;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Taking back from Kafka what an older database lacks, over HTTP. */
@RestController
@Tag(name = "Operations")
public class TakeBackController {
    private final TakeBack takeBack;

    public TakeBackController(TakeBack takeBack) {
        this.takeBack = takeBack;
    }

    /**
     * What was taken back.
     *
     * @param taken how many events in all
     * @param negotiations how many by negotiation
     */
    public record Taken(int taken, Map<String, Integer> negotiations) {}

    @Operation(
            summary = "Takes back from Kafka what the store lacks",
            description =
                    "After an older backup of the database was restored: the ledger refuses commands while the topic is"
                            + " ahead of the store, and goes on once it has those events again, at their positions. Safe at any time.")
    @PostMapping(path = "/api/ledger/take-back", produces = MediaType.APPLICATION_JSON_VALUE)
    Taken takeBack() {
        Map<String, Integer> negotiations = takeBack.run();
        return new Taken(
                negotiations.values().stream().mapToInt(Integer::intValue).sum(), negotiations);
    }
}
