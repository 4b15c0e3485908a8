package org.parley.archive.projections;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.parley.access.documentation.Answers;
import org.parley.archive.question.JsonAnswer;
import org.parley.archive.question.Problem;
import org.parley.contract.Json;
import org.parley.stream.build.ProjectionHost;
import org.parley.stream.build.Rebuilding.NotPossible;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The projections over HTTP. */
@RestController
@RequestMapping(path = "/api/projections", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Projections", description = "How far the read models are, and making them anew")
final class ProjectionsController {
    private final Readers readers;
    private final ForeignWatch foreign;

    ProjectionsController(Readers readers, ForeignWatch foreign) {
        this.readers = readers;
        this.foreign = foreign;
    }

    @Answers(value = "ProjectionList", description = "All projections")
    @Operation(
            operationId = "projections",
            summary = "The projections and how far they are",
            description =
                    "status is LIVE (all of the topic is read), CATCHING_UP, REBUILDING (a new version is made and"
                            + " the former one answers), STOPPED (for the negotiations in 'stopped'; the others go on) or"
                            + " UNREACHABLE (see 'error'). done counts events applied, total the records of the topic, lag those not"
                            + " yet taken in (null while Kafka was not reached). 'slow' are negotiations that take long and"
                            + " are read aside, so that no other waits for them. 'rebuild' tells of the build that is made to take this"
                            + " one's place, 'former' of those that answered before. 'foreign' counts the records of the topic"
                            + " that the ledger did not publish, which are passed over, and names the latest: where each lies, when"
                            + " it was first seen, what is wrong, which event it claims to be, and whether that would be ahead of"
                            + " all that is known. 'older' counts those published before the ledger sealed with the current key;"
                            + " where 'nothingSealed' is true there are only such, and the ledger may have another key.")
    @GetMapping
    ResponseEntity<byte[]> projections() {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode array = json.putArray("projections");
        readers.hosts().forEach(host -> array.add(HostJson.of(host.status())));
        json.set("foreign", HostJson.of(foreign.now()));
        return JsonAnswer.of(json);
    }

    @Answers(value = "Projection", description = "The projection")
    @Operation(
            operationId = "projection",
            summary = "One projection and how far it is",
            description = "As in the list of all of them.")
    @GetMapping("/{name}")
    ResponseEntity<byte[]> projection(@PathVariable String name) {
        return JsonAnswer.of(HostJson.of(host(name).status()));
    }

    @Answers(value = "Projection", status = 202, description = "What is asked is done a moment later")
    @Operation(
            operationId = "rebuild",
            summary = "Makes a projection anew from the stream",
            description =
                    "The tables that answer go on answering until the new ones are complete and were compared with"
                            + " them row by row; then they change places. What was cancelled goes on from where it was. A new build"
                            + " that differs from a live one of the same version waits in phase DIFFERENT: with accept=true it takes"
                            + " its place all the same, without it is compared again. A build of a later version waits until it has"
                            + " as much as the live one; with accept=true it takes its place without.")
    @PostMapping("/{name}/rebuild")
    ResponseEntity<byte[]> rebuild(
            @PathVariable String name,
            @Parameter(description = "Takes a build as it is that waits") @RequestParam(defaultValue = "false")
                    boolean accept) {
        return onHost(name, host -> {
            if (accept) {
                host.rebuilding().accept();
            } else {
                host.rebuilding().begin();
            }
        });
    }

    @Answers(value = "Projection", status = 202, description = "What is asked is done a moment later")
    @Operation(
            operationId = "cancelRebuild",
            summary = "Breaks off a rebuild",
            description = "What there is of it is kept: POST continues it.")
    @DeleteMapping("/{name}/rebuild")
    ResponseEntity<byte[]> cancel(@PathVariable String name) {
        return onHost(name, host -> host.rebuilding().cancel());
    }

    @Answers(value = "Projection", status = 202, description = "What is asked is done a moment later")
    @Operation(
            operationId = "dropBuild",
            summary = "Deletes the tables of a build that does not answer",
            description = "A former one, or one whose making was broken off.")
    @DeleteMapping("/{name}/builds/{build}")
    ResponseEntity<byte[]> drop(@PathVariable String name, @PathVariable int build) {
        return onHost(name, host -> host.rebuilding().drop(build));
    }

    @Answers(value = "Projection", status = 202, description = "What is asked is done a moment later")
    @Operation(
            operationId = "retry",
            summary = "Goes on with a stopped negotiation",
            description = "From the event at which it stopped. If the cause is still there, it stops again.")
    @PostMapping("/{name}/retry")
    ResponseEntity<byte[]> retry(
            @PathVariable String name,
            @Parameter(description = "The negotiation as named in 'stopped'") @RequestParam String negotiation) {
        return onHost(name, host -> {
            if (!host.retry(negotiation)) {
                throw Problem.notFound("The projection '" + name + "' is not stopped with '" + negotiation + "'.");
            }
        });
    }

    private interface Request {
        void to(ProjectionHost host) throws SQLException, NotPossible;
    }

    /** What is asked of a host is done a moment later, and shows in its status. */
    private ResponseEntity<byte[]> onHost(String name, Request request) {
        ProjectionHost host = host(name);
        try {
            request.to(host);
            return ResponseEntity.accepted()
                    .contentType(MediaType.APPLICATION_JSON)
                    .location(URI.create("/api/projections/" + host.name()))
                    .body(Json.MAPPER.writeValueAsBytes(HostJson.of(host.statusNow())));
        } catch (NotPossible e) {
            throw Problem.notPossible("Nothing was changed: " + e.getMessage() + ".");
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The builds cannot be changed", e);
        }
    }

    private ProjectionHost host(String name) {
        return readers.host(name)
                .orElseThrow(() -> Problem.notFound("There is no projection '" + name + "'; there are "
                        + readers.hosts().stream().map(ProjectionHost::name).collect(Collectors.joining(", ")) + "."));
    }
}
