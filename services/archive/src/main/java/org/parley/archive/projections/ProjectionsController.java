package org.parley.archive.projections;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.archive.query.JsonResponse;
import org.parley.archive.query.QueryProblemException;
import org.parley.contract.Json;
import org.parley.projection.rebuild.ProjectionHost;
import org.parley.projection.rebuild.RebuildControl.RebuildNotPossibleException;
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

/** The projections over HTTP: their status, and rebuilds. */
@RestController
@RequestMapping(path = "/api/projections", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Projections", description = "The progress of the read models, and rebuilds")
final class ProjectionsController {
    private final ProjectionHosts readers;
    private final ForeignRecordMonitor foreign;

    ProjectionsController(ProjectionHosts readers, ForeignRecordMonitor foreign) {
        this.readers = readers;
        this.foreign = foreign;
    }

    @DocumentedResponse(value = "ProjectionList", description = "All projections")
    @Operation(
            operationId = "projections",
            summary = "The status of all projections",
            description =
                    "status is LIVE (the whole topic is read), CATCHING_UP, REBUILDING (a new version is being built"
                            + " and the former one answers), STOPPED (for the negotiations in 'stopped'; the others"
                            + " continue) or UNREACHABLE (see 'error'). done counts applied events, total the records"
                            + " of the topic, lag those not yet applied (null while Kafka is unavailable). 'slow' lists"
                            + " negotiations that take long and are read separately, so that the others do not wait for"
                            + " them. 'rebuild' is the build that is to replace this one, 'former' are the builds that"
                            + " answered before. 'foreign' counts the records of the topic that the ledger did not"
                            + " publish, which are skipped, and lists the latest: partition and offset, when it was"
                            + " first seen, what is wrong, the event it claims to be, and whether that event would be"
                            + " beyond the last known one. 'older' counts those published before the ledger sealed with"
                            + " the current key; if 'nothingSealed' is true all are older, and the ledger may have"
                            + " another key.")
    @GetMapping
    ResponseEntity<byte[]> projections() {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode array = json.putArray("projections");
        readers.hosts().forEach(host -> array.add(ProjectionJson.of(host.status())));
        json.set("foreign", ProjectionJson.of(foreign.read()));
        return JsonResponse.of(json);
    }

    @DocumentedResponse(value = "Projection", description = "The projection")
    @Operation(operationId = "projection", summary = "The status of one projection", description = "As in the list.")
    @GetMapping("/{name}")
    ResponseEntity<byte[]> projection(@PathVariable String name) {
        return JsonResponse.of(ProjectionJson.of(host(name).status()));
    }

    @DocumentedResponse(value = "Projection", status = 202, description = "Accepted; takes effect shortly")
    @Operation(
            operationId = "rebuild",
            summary = "Rebuilds a projection from the topic",
            description =
                    "The live tables answer until the new ones are complete and have been compared with them row by"
                            + " row; then the new ones replace them. A cancelled rebuild continues where it stopped. A"
                            + " new build that differs from the live one of the same version waits in phase DIFFERENT:"
                            + " accept=true switches to it nevertheless, without it the comparison is repeated. A build"
                            + " of a later version waits until it has applied as much as the live one; accept=true"
                            + " switches to it at once.")
    @PostMapping("/{name}/rebuild")
    ResponseEntity<byte[]> rebuild(
            @PathVariable String name,
            @Parameter(description = "Switches to a waiting build as it is") @RequestParam(defaultValue = "false")
                    boolean accept) {
        return onHost(name, host -> {
            if (accept) {
                host.rebuildControl().accept();
            } else {
                host.rebuildControl().begin();
            }
        });
    }

    @DocumentedResponse(value = "Projection", status = 202, description = "Accepted; takes effect shortly")
    @Operation(
            operationId = "cancelRebuild",
            summary = "Cancels a rebuild",
            description = "Its tables are kept: POST continues it.")
    @DeleteMapping("/{name}/rebuild")
    ResponseEntity<byte[]> cancel(@PathVariable String name) {
        return onHost(name, host -> host.rebuildControl().cancel());
    }

    @DocumentedResponse(value = "Projection", status = 202, description = "Accepted; takes effect shortly")
    @Operation(
            operationId = "dropBuild",
            summary = "Deletes the tables of a build that is not live",
            description = "A former build, or one whose rebuild was cancelled.")
    @DeleteMapping("/{name}/builds/{build}")
    ResponseEntity<byte[]> drop(@PathVariable String name, @PathVariable int build) {
        return onHost(name, host -> host.rebuildControl().drop(build));
    }

    @DocumentedResponse(value = "Projection", status = 202, description = "Accepted; takes effect shortly")
    @Operation(
            operationId = "retry",
            summary = "Retries a stopped negotiation",
            description = "Continues with the event at which it stopped. If the cause persists, it stops again.")
    @PostMapping("/{name}/retry")
    ResponseEntity<byte[]> retry(
            @PathVariable String name,
            @Parameter(description = "The negotiation as named in 'stopped'") @RequestParam String negotiation) {
        return onHost(name, host -> {
            if (!host.retry(negotiation)) {
                throw QueryProblemException.notFound(
                        "The projection '" + name + "' is not stopped with '" + negotiation + "'.",
                        "La proyección «" + name + "» no está detenida en «" + negotiation + "».");
            }
        });
    }

    private interface Request {
        void to(ProjectionHost host) throws SQLException, RebuildNotPossibleException;
    }

    /** Requests take effect shortly afterwards, and show in the status. */
    private ResponseEntity<byte[]> onHost(String name, Request request) {
        ProjectionHost host = host(name);
        try {
            request.to(host);
            return ResponseEntity.accepted()
                    .contentType(MediaType.APPLICATION_JSON)
                    .location(URI.create("/api/projections/" + host.name()))
                    .body(Json.MAPPER.writeValueAsBytes(ProjectionJson.of(host.statusNow())));
        } catch (RebuildNotPossibleException e) {
            throw QueryProblemException.conflict(
                    "Nothing was changed: " + e.getMessage() + ".", "No se cambió nada: " + e.getMessage() + ".");
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The builds cannot be changed", e);
        }
    }

    private ProjectionHost host(String name) {
        return readers.host(name).orElseThrow(() -> {
            String all = readers.hosts().stream().map(ProjectionHost::name).collect(Collectors.joining(", "));
            return QueryProblemException.notFound(
                    "There is no projection '" + name + "'; the projections are " + all + ".",
                    "No hay ninguna proyección «" + name + "»; las proyecciones son " + all + ".");
        });
    }
}
