package org.parley.ledger.command;

import org.jspecify.annotations.Nullable;
import org.parley.access.SignedIn;
import org.parley.contract.CommandReader;
import org.parley.contract.CommandRequest;
import org.parley.contract.InvalidRequest;
import org.parley.contract.Json;
import org.parley.history.Refusal.Invalid;
import org.parley.history.Refused;
import org.parley.ledger.command.Ledger.Given;
import org.parley.ledger.command.Ledger.Receipt;
import org.parley.ledger.store.Conflicts;
import org.parley.ledger.store.Halted;
import org.parley.telemetry.Correlation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.node.ObjectNode;

/** Records one line of a batch in its own transaction and writes its result. */
final class BatchLine {
    private static final Logger LOG = LoggerFactory.getLogger(BatchLine.class);

    private final CommandReader reader = new CommandReader();
    private final Ledger ledger;
    private final DryRun dryRun;
    private final CommandMeters meters;

    BatchLine(Ledger ledger, DryRun dryRun, CommandMeters meters) {
        this.ledger = ledger;
        this.dryRun = dryRun;
        this.meters = meters;
    }

    /**
     * The result of a line as JSON in UTF-8. Any failure is part of the result.
     *
     * @param session the dry run that the line belongs to; null records the line
     */
    byte[] answer(long number, byte[] line, boolean tooLong, @Nullable Trial session) {
        ObjectNode answer = Json.MAPPER.createObjectNode().put("line", number);
        try {
            if (session != null) {
                answer.put("status", HttpStatus.OK.value());
                answer.setAll(dryRun.of(read(line, tooLong), null, session));
            } else {
                record(line, tooLong, answer);
            }
        } catch (InvalidRequest e) {
            problem(answer, Problems.of(e));
        } catch (Refused e) {
            problem(answer, Problems.of(e));
        } catch (Conflict e) {
            problem(answer, Problems.of(e));
        } catch (AccessDeniedException e) {
            problem(answer, Problems.problem(HttpStatus.FORBIDDEN, "Not your role", String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.error("line {} of a batch failed", number, e);
            problem(answer, failure(e));
        }
        return Json.MAPPER.writeValueAsBytes(answer);
    }

    /** The result of a line if the sender lost access while the batch ran. */
    static byte[] admittedNoLonger(long number) {
        ObjectNode answer = Json.MAPPER.createObjectNode().put("line", number);
        problem(
                answer,
                Problems.problem(
                        HttpStatus.UNAUTHORIZED,
                        "No longer signed in",
                        "The account was closed or changed, or the token revoked, while the batch ran. This line is not"
                                + " recorded."));
        return Json.MAPPER.writeValueAsBytes(answer);
    }

    private static ProblemDetail failure(RuntimeException failure) {
        if (failure instanceof Halted halted) {
            return Problems.of(halted);
        }
        return failure instanceof StoreUnavailable || Conflicts.isStoreAway(failure)
                ? Problems.unavailable()
                : Problems.problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "Something went wrong here",
                        "It is logged. The line may be sent again with the same developmentId: it is recorded once at"
                                + " most.");
    }

    private CommandRequest read(byte[] line, boolean tooLong) {
        if (tooLong) {
            throw new Refused(Invalid.at("", "the line is longer than " + Lines.BYTES_MAX + " bytes"));
        }
        CommandRequest request = reader.read(line);
        CommandController.requireRole(request.command());
        return request;
    }

    private void record(byte[] line, boolean tooLong, ObjectNode answer) {
        Receipt receipt = meters.count(named -> {
            CommandRequest request = read(line, tooLong);
            named.accept(request.command());
            String correlationId = Correlation.current().orElse(null);
            return ledger.record(request, new Given(SignedIn.current().name(), correlationId, null, null));
        });
        answer.put("status", (receipt.isNew() ? HttpStatus.CREATED : HttpStatus.OK).value());
        answer.setAll((ObjectNode) Json.MAPPER.valueToTree(CommandAnswer.of(receipt.recorded())));
    }

    private static void problem(ObjectNode answer, ProblemDetail problem) {
        answer.put("status", problem.getStatus());
        answer.set("problem", Problems.json(problem));
    }
}
