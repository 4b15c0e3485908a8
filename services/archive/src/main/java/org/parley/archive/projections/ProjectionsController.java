package org.parley.archive.projections;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.parley.archive.question.JsonAnswer;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.stream.ProjectionStatus;
import org.parley.stream.StoppedNegotiation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The projections over HTTP. */
@RestController
@Tag(name = "Projections", description = "How far the read models are")
final class ProjectionsController {
    private final Readers readers;

    ProjectionsController(Readers readers) {
        this.readers = readers;
    }

    @Operation(
            summary = "The projections and how far they are",
            description = "status is LIVE (all of the topic is read), CATCHING_UP, STOPPED (for the negotiations in"
                    + " 'stopped'; the others go on) or UNREACHABLE (see 'error'). done counts events applied, total the"
                    + " records of the topic, lag those not yet read (null while Kafka was not reached).")
    @GetMapping(path = "/api/projections", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> projections() {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode array = json.putArray("projections");
        readers.statuses().forEach(status -> array.add(of(status)));
        return JsonAnswer.of(json);
    }

    private static ObjectNode of(ProjectionStatus status) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("name", status.name());
        json.put("version", status.version());
        json.put("status", ProjectionCondition.of(status).name());
        ObjectNode progress = json.putObject("progress");
        progress.put("done", status.done());
        progress.put("total", status.total());
        progress.put("eventsPerSecond", Math.round(status.eventsPerSecond()));
        if (status.lag() == ProjectionStatus.UNKNOWN) {
            json.putNull("lag");
        } else {
            json.put("lag", status.lag());
        }
        ArrayNode stopped = json.putArray("stopped");
        status.stopped().forEach(negotiation -> stopped.add(of(negotiation)));
        if (status.error() != null) {
            json.put("error", status.error());
        }
        return json;
    }

    private static ObjectNode of(StoppedNegotiation stopped) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("negotiation", stopped.negotiation());
        json.put("position", stopped.position());
        if (stopped.developmentId() != null) {
            json.put("developmentId", stopped.developmentId().toString());
        }
        json.put("reason", stopped.reason());
        json.put("since", PublishedEvent.time(stopped.since()));
        return json;
    }
}
