package org.parley.ledger.command;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Role;
import org.parley.access.language.RequestLanguage;
import org.parley.contract.command.CommandReader;
import org.parley.contract.command.CommandRequest;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.domain.decision.Refusal.Invalid;
import org.parley.domain.editorial.EditorialCommand.HoldDevelopment;
import org.parley.domain.editorial.EditorialCommand.ReleaseDevelopment;
import org.parley.domain.matter.Command;
import org.parley.ledger.admission.VersionCondition;
import org.parley.ledger.command.CommandRecorder.CommandOrigin;
import org.parley.ledger.command.CommandRecorder.Receipt;
import org.parley.telemetry.CorrelationId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/commands}: records one command, or evaluates it as a dry run. */
@RestController
@Tag(name = "Commands", description = "Recording developments")
class CommandController {
    static final String CAUSATION_HEADER = "X-Causation-Id";

    private final CommandReader reader = new CommandReader();
    private final CommandRecorder ledger;
    private final DryRun dryRun;
    private final CommandMeters meters;

    CommandController(CommandRecorder ledger, DryRun dryRun, CommandMeters meters) {
        this.ledger = ledger;
        this.dryRun = dryRun;
        this.meters = meters;
    }

    @PostMapping(
            path = "/api/commands",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "command",
            summary = "Records a development",
            description = "201 if it is recorded, 200 if the same developmentId was recorded before. A command that is"
                    + " not possible is refused with 409, which names the state, what is allowed, or what it"
                    + " conflicts with. With ?dryRun=true nothing is recorded: 200 returns the event, the state"
                    + " before and after, and warnings.")
    @DocumentedResponse(value = "CommandAnswer", status = 201, description = "It was recorded")
    @DocumentedResponse(
            value = "CommandAnswer",
            description = "It was recorded before, or with dryRun=true the result it would have")
    ResponseEntity<?> command(
            @RequestBody byte[] body,
            @Parameter(description = BooleanParameter.DRY_RUN, schema = @Schema(type = "boolean"))
                    @RequestParam(required = false)
                    @Nullable String dryRun,
            @Parameter(description = "The version that the matter must have, such as \"7\"; 412 if it has another")
                    @RequestHeader(name = "If-Match", required = false)
                    @Nullable String ifMatch,
            @Parameter(description = "An id by which the event is found here and in logs; assigned if none is given")
                    @RequestHeader(name = CorrelationId.HEADER, required = false)
                    @Nullable String correlationId,
            @Parameter(description = "What caused it, such as the id of another event")
                    @RequestHeader(name = CAUSATION_HEADER, required = false)
                    @Nullable String causationId) {
        return BooleanParameter.isTrue("dryRun", dryRun)
                ? ResponseEntity.ok(this.dryRun.of(read(body), condition(ifMatch)))
                : record(body, ifMatch, correlationId, causationId);
    }

    private ResponseEntity<CommandAnswer> record(
            byte[] body, @Nullable String ifMatch, @Nullable String correlationId, @Nullable String causationId) {
        Receipt receipt = meters.count(named -> {
            CommandRequest request = read(body);
            named.accept(request.command());
            String correlation = traceId(correlationId);
            return ledger.record(
                    request,
                    new CommandOrigin(
                            ParleyPrincipal.current().name(),
                            correlation == null ? CorrelationId.current().orElse(null) : correlation,
                            traceId(causationId),
                            condition(ifMatch),
                            ParleyPrincipal.current().hasRole(Role.CHIEF)));
        });
        CommandAnswer answer = CommandAnswer.of(receipt.recorded());
        return ResponseEntity.status(receipt.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create("/api/developments/" + answer.developmentId()))
                .eTag("\"" + answer.version() + "\"")
                .body(answer);
    }

    private CommandRequest read(byte[] body) {
        CommandRequest request = reader.read(body);
        requireRole(request.command());
        return request;
    }

    /**
     * Embargoes and releases require the role of a chief. Whether a retraction does depends on its target: the matter
     * decides.
     */
    static void requireRole(Command command) {
        if (command instanceof HoldDevelopment || command instanceof ReleaseDevelopment) {
            ParleyPrincipal.current()
                    .requireRole(
                            Role.CHIEF,
                            RequestLanguage.choose(
                                    "Only a chief may give " + command.type() + ".",
                                    "Solo un jefe de redacción puede dar " + command.type() + "."));
        }
    }

    private static @Nullable VersionCondition condition(@Nullable String ifMatch) {
        return ifMatch == null
                ? null
                : VersionCondition.parse(ifMatch)
                        .orElseThrow(() -> new CommandRefusedException(Invalid.at(
                                "",
                                "If-Match takes versions in quotation marks, such as \"7\", or *",
                                "If-Match admite versiones entre comillas, como \"7\", o *")));
    }

    private static @Nullable String traceId(@Nullable String header) {
        if (header != null && !CorrelationId.isValid(header)) {
            throw new CommandRefusedException(Invalid.at(
                    "",
                    CorrelationId.HEADER + " and " + CAUSATION_HEADER
                            + " take up to 100 letters, digits and the characters . _ : -",
                    CorrelationId.HEADER + " y " + CAUSATION_HEADER
                            + " admiten hasta 100 letras, cifras y los caracteres . _ : -"));
        }
        return header;
    }
}
