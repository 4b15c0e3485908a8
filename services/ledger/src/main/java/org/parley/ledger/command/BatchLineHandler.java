package org.parley.ledger.command;

import org.jspecify.annotations.Nullable;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.problem.ProblemResponse;
import org.parley.contract.Json;
import org.parley.contract.command.CommandReader;
import org.parley.contract.command.CommandRequest;
import org.parley.contract.command.InvalidRequestException;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.domain.decision.Refusal.Invalid;
import org.parley.ledger.admission.CommandFailures;
import org.parley.ledger.admission.LedgerHaltedException;
import org.parley.ledger.command.CommandRecorder.CommandOrigin;
import org.parley.ledger.command.CommandRecorder.Receipt;
import org.parley.telemetry.CorrelationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.node.ObjectNode;

/** Records one line of a batch in its own transaction and writes its result. */
final class BatchLineHandler {
    private static final Logger LOG = LoggerFactory.getLogger(BatchLineHandler.class);

    private final CommandReader reader = new CommandReader();
    private final CommandRecorder ledger;
    private final DryRun dryRun;
    private final CommandMeters meters;

    BatchLineHandler(CommandRecorder ledger, DryRun dryRun, CommandMeters meters) {
        this.ledger = ledger;
        this.dryRun = dryRun;
        this.meters = meters;
    }

    /**
     * The result of a line as JSON in UTF-8. Any failure is part of the result.
     *
     * @param session the dry run that the line belongs to; null records the line
     */
    byte[] answer(long number, byte[] line, boolean tooLong, @Nullable DryRunSession session) {
        ObjectNode answer = Json.MAPPER.createObjectNode().put("line", number);
        try {
            if (session != null) {
                answer.put("status", HttpStatus.OK.value());
                answer.setAll(dryRun.of(read(line, tooLong), null, session));
            } else {
                record(line, tooLong, answer);
            }
        } catch (InvalidRequestException e) {
            problem(answer, CommandProblemDetails.of(e));
        } catch (CommandRefusedException e) {
            problem(answer, CommandProblemDetails.of(e));
        } catch (CommandConflictException e) {
            problem(answer, CommandProblemDetails.of(e));
        } catch (AccessDeniedException e) {
            problem(
                    answer,
                    CommandProblemDetails.problem(
                            HttpStatus.FORBIDDEN, "Not your role", String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.error("line {} of a batch failed", number, e);
            problem(answer, failure(e));
        }
        return Json.MAPPER.writeValueAsBytes(answer);
    }

    /** The result of a line if the sender lost access while the batch ran. */
    static byte[] accessRevoked(long number) {
        ObjectNode answer = Json.MAPPER.createObjectNode().put("line", number);
        problem(
                answer,
                CommandProblemDetails.problem(
                        HttpStatus.UNAUTHORIZED,
                        "No longer signed in",
                        "The account was closed or changed, or the token revoked, while the batch ran. This line is not"
                                + " recorded."));
        return Json.MAPPER.writeValueAsBytes(answer);
    }

    private static ProblemResponse failure(RuntimeException failure) {
        if (failure instanceof LedgerHaltedException halted) {
            return CommandProblemDetails.of(halted);
        }
        return failure instanceof StoreUnavailableException || CommandFailures.isStoreUnavailable(failure)
                ? CommandProblemDetails.unavailable()
                : CommandProblemDetails.problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "Something went wrong here",
                        "It is logged. The line may be sent again with the same developmentId: it is recorded once at"
                                + " most.");
    }

    private CommandRequest read(byte[] line, boolean tooLong) {
        if (tooLong) {
            throw new CommandRefusedException(
                    Invalid.at("", "the line is longer than " + BatchLines.BYTES_MAX + " bytes"));
        }
        CommandRequest request = reader.read(line);
        CommandController.requireRole(request.command());
        return request;
    }

    private void record(byte[] line, boolean tooLong, ObjectNode answer) {
        Receipt receipt = meters.count(named -> {
            CommandRequest request = read(line, tooLong);
            named.accept(request.command());
            String correlationId = CorrelationId.current().orElse(null);
            return ledger.record(
                    request, new CommandOrigin(ParleyPrincipal.current().name(), correlationId, null, null));
        });
        answer.put("status", (receipt.isNew() ? HttpStatus.CREATED : HttpStatus.OK).value());
        answer.setAll((ObjectNode) Json.MAPPER.valueToTree(CommandAnswer.of(receipt.recorded())));
    }

    private static void problem(ObjectNode answer, ProblemResponse problem) {
        answer.put("status", problem.status().value());
        answer.set("problem", problem.toTree());
    }
}
