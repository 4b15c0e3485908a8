package org.parley.ledger.command;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Role;
import org.parley.access.problem.ProblemResponse;
import org.parley.contract.Json;
import org.parley.contract.command.CommandReader;
import org.parley.contract.command.CommandRequest;
import org.parley.contract.command.InvalidRequestException;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.domain.decision.Refusal.Invalid;
import org.parley.domain.language.BilingualText;
import org.parley.ledger.admission.CommandFailures;
import org.parley.ledger.command.BatchGroup.BatchLine;
import org.parley.ledger.command.CommandRecorder.CommandOrigin;
import org.parley.ledger.command.CommandRecorder.Receipt;
import org.parley.ledger.store.LedgerHaltedException;
import org.parley.telemetry.CorrelationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.node.ObjectNode;

/** Records the lines of a batch and writes their results. */
final class BatchLineHandler {
    private static final Logger LOG = LoggerFactory.getLogger(BatchLineHandler.class);

    /** After which time the results so far are sent, if the commands of a group have to be recorded one by one. */
    private static final long FLUSH_AFTER_NANOS = 100_000_000;

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
     * Records the lines and writes their results, in the same order. Lines that can be recorded together are: their
     * results are written when all of them are stored.
     *
     * @param admitted whether the sender still has access; checked before each line, since a batch may run for minutes
     */
    void record(BatchLines lines, BooleanSupplier admitted, OutputStream answers) throws IOException {
        BatchGroup group = new BatchGroup();
        while (lines.next()) {
            if (lines.isBlank()) {
                continue;
            }
            BatchLine line = read(lines);
            if (!group.fits(line)) {
                record(group, answers);
                group = new BatchGroup();
            }
            if (!admitted.getAsBoolean()) {
                record(group, answers);
                group = new BatchGroup();
                write(accessRevoked(line.number()), answers);
                answers.flush();
                continue;
            }
            group.add(line);
            if (group.isComplete()) {
                record(group, answers);
                group = new BatchGroup();
            }
        }
        record(group, answers);
    }

    BatchLine read(BatchLines lines) {
        long begin = System.nanoTime();
        byte[] bytes = lines.bytes();
        try {
            return new BatchLine(lines.number(), bytes.length, read(bytes, lines.isTooLong()), null, begin);
        } catch (RuntimeException e) {
            return new BatchLine(lines.number(), bytes.length, null, e, begin);
        }
    }

    private void record(BatchGroup group, OutputStream answers) throws IOException {
        List<CommandRequest> requests = group.requests();
        CommandOrigin origin = origin();
        Iterator<Supplier<Receipt>> receipts = requests.size() == 1
                ? List.<Supplier<Receipt>>of(() -> ledger.record(requests.getFirst(), origin))
                        .iterator()
                : ledger.recordAll(requests, origin).iterator();
        long flushed = System.nanoTime();
        for (BatchLine line : group.lines()) {
            write(answer(line, receipts), answers);
            if (System.nanoTime() - flushed > FLUSH_AFTER_NANOS) {
                answers.flush();
                flushed = System.nanoTime();
            }
        }
        answers.flush();
    }

    /** The origin of the lines of a batch. */
    static CommandOrigin origin() {
        ParleyPrincipal principal = ParleyPrincipal.current();
        return new CommandOrigin(
                principal.name(), CorrelationId.current().orElse(null), null, null, principal.hasRole(Role.CHIEF));
    }

    static void write(byte[] answer, OutputStream answers) throws IOException {
        answers.write(answer);
        answers.write('\n');
    }

    private byte[] answer(BatchLine line, Iterator<Supplier<Receipt>> receipts) {
        return answer(line.number(), answer -> {
            Receipt receipt = meters.count(line.begin(), named -> {
                CommandRequest request = line.request();
                if (request == null) {
                    throw Objects.requireNonNull(line.failure());
                }
                named.accept(request.command());
                return receipts.next().get();
            });
            answer.put("status", (receipt.isNew() ? HttpStatus.CREATED : HttpStatus.OK).value());
            answer.setAll((ObjectNode) Json.MAPPER.valueToTree(CommandAnswer.of(receipt.recorded())));
        });
    }

    /** The result of a line in a dry run, as JSON in UTF-8. */
    byte[] dryRun(long number, byte[] line, boolean tooLong, DryRunSession session) {
        return answer(number, answer -> {
            answer.put("status", HttpStatus.OK.value());
            answer.setAll(dryRun.of(read(line, tooLong), null, session));
        });
    }

    /** The result of a line as JSON in UTF-8. Any failure is part of the result. */
    static byte[] answer(long number, Consumer<ObjectNode> work) {
        ObjectNode answer = Json.MAPPER.createObjectNode().put("line", number);
        try {
            work.accept(answer);
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
                            HttpStatus.FORBIDDEN,
                            new BilingualText("Not your role", "No es su función"),
                            BilingualText.same(String.valueOf(e.getMessage()))));
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
                        new BilingualText("No longer signed in", "La sesión ha terminado"),
                        new BilingualText(
                                "The account was closed or changed, or the token revoked, while the batch ran. This"
                                        + " line is not recorded.",
                                "Mientras se procesaba el lote se cerró o se cambió la cuenta, o se revocó el token."
                                        + " Esta línea no está registrada.")));
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
                        new BilingualText("Something went wrong here", "Algo falló aquí"),
                        new BilingualText(
                                "It is logged. The line may be sent again with the same developmentId: it is recorded"
                                        + " once at most.",
                                "Queda anotado. La línea se puede enviar de nuevo con el mismo developmentId: se"
                                        + " registra como máximo una vez."));
    }

    private CommandRequest read(byte[] line, boolean tooLong) {
        if (tooLong) {
            throw new CommandRefusedException(Invalid.at(
                    "",
                    "the line is longer than " + BatchLines.BYTES_MAX + " bytes",
                    "la línea tiene más de " + BatchLines.BYTES_MAX + " bytes"));
        }
        CommandRequest request = reader.read(line);
        CommandController.requireRole(request.command());
        return request;
    }

    private static void problem(ObjectNode answer, ProblemResponse problem) {
        answer.put("status", problem.status().value());
        answer.set("problem", problem.toTree());
    }
}
