package org.parley.ledger.command;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.parley.access.Role;
import org.parley.access.SignedIn;
import org.parley.contract.CommandReader;
import org.parley.contract.CommandRequest;
import org.parley.editorial.EditorialCommand.HoldDevelopment;
import org.parley.editorial.EditorialCommand.ReleaseDevelopment;
import org.parley.editorial.EditorialCommand.RetractDevelopment;
import org.parley.history.Refusal.Invalid;
import org.parley.history.Refused;
import org.parley.ledger.command.Ledger.Given;
import org.parley.ledger.command.Ledger.Receipt;
import org.parley.ledger.store.VersionCondition;
import org.parley.matter.Command;
import org.parley.telemetry.Correlation;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code POST /api/commands}: one command, recorded or tried. */
@RestController
class CommandController {
    static final String CAUSATION_HEADER = "X-Causation-Id";

    private final CommandReader reader = new CommandReader();
    private final Ledger ledger;
    private final DryRun dryRun;
    private final CommandMeters meters;

    CommandController(Ledger ledger, DryRun dryRun, CommandMeters meters) {
        this.ledger = ledger;
        this.dryRun = dryRun;
        this.meters = meters;
    }

    @PostMapping(
            path = "/api/commands",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE,
            params = "!dryRun")
    @Operation(
            summary = "Records a development, or says why not",
            description = "201 when it is recorded, 200 when the same developmentId was recorded before; refused with"
                    + " 409 when it is not possible, naming the state, what is allowed, or what it clashes with."
                    + " With ?dryRun=true nothing is recorded: 200 tells the event, the state before and after,"
                    + " and warnings.")
    ResponseEntity<CommandAnswer> record(
            @RequestBody byte[] body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = Correlation.HEADER, required = false) @Nullable String correlationId,
            @RequestHeader(name = CAUSATION_HEADER, required = false) @Nullable String causationId) {
        Receipt receipt = meters.count(named -> {
            CommandRequest request = read(body);
            named.accept(request.command());
            String correlation = traceId(correlationId);
            return ledger.record(
                    request,
                    new Given(
                            SignedIn.current().name(),
                            correlation == null ? Correlation.current().orElse(null) : correlation,
                            traceId(causationId),
                            condition(ifMatch)));
        });
        CommandAnswer answer = CommandAnswer.of(receipt.recorded());
        return ResponseEntity.status(receipt.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create("/api/developments/" + answer.developmentId()))
                .eTag("\"" + answer.version() + "\"")
                .body(answer);
    }

    @PostMapping(
            path = "/api/commands",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE,
            params = "dryRun")
    ResponseEntity<?> recordOrTry(
            @RequestBody byte[] body,
            @RequestParam boolean dryRun,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = Correlation.HEADER, required = false) @Nullable String correlationId,
            @RequestHeader(name = CAUSATION_HEADER, required = false) @Nullable String causationId) {
        if (!dryRun) {
            return record(body, ifMatch, correlationId, causationId);
        }
        JsonNode answer = this.dryRun.of(read(body), condition(ifMatch));
        return ResponseEntity.ok(answer);
    }

    private CommandRequest read(byte[] body) {
        CommandRequest request = reader.read(body);
        requireRole(request.command());
        return request;
    }

    /** What takes something out of the trail's effect, or hides it for a while, is for a chief. */
    static void requireRole(Command command) {
        if (command instanceof RetractDevelopment
                || command instanceof HoldDevelopment
                || command instanceof ReleaseDevelopment) {
            SignedIn.current().require(Role.CHIEF, "Only a chief may give " + command.type() + ".");
        }
    }

    private static @Nullable VersionCondition condition(@Nullable String ifMatch) {
        return ifMatch == null
                ? null
                : VersionCondition.parse(ifMatch)
                        .orElseThrow(() -> new Refused(
                                Invalid.at("", "If-Match takes versions in quotation marks, such as \"7\", or *")));
    }

    private static @Nullable String traceId(@Nullable String header) {
        if (header != null && !Correlation.isValid(header)) {
            throw new Refused(Invalid.at(
                    "",
                    Correlation.HEADER + " and " + CAUSATION_HEADER
                            + " take up to 100 letters, digits and the characters . _ : -"));
        }
        return header;
    }
}
