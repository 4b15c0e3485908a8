package org.parley.ledger.command;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.access.language.RequestLanguage;
import org.parley.access.problem.ProblemException;
import org.parley.contract.Json;
import org.parley.contract.command.CommandRequest;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.domain.decision.GroupRefusedException;
import org.parley.domain.decision.Refusal.Invalid;
import org.parley.domain.decision.Refusal.StoppedByGroup;
import org.parley.domain.language.BilingualText;
import org.parley.ledger.command.BatchGroup.BatchLine;
import org.parley.ledger.command.CommandRecorder.Receipt;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.node.ObjectNode;

/** Records the lines of a batch together, all or none, and writes their results. */
final class GroupLineHandler {
    private final BatchLineHandler line;
    private final CommandRecorder ledger;
    private final DryRun dryRun;
    private final CommandMeters meters;

    GroupLineHandler(BatchLineHandler line, CommandRecorder ledger, DryRun dryRun, CommandMeters meters) {
        this.line = line;
        this.ledger = ledger;
        this.dryRun = dryRun;
        this.meters = meters;
    }

    /**
     * Reads the lines of a group.
     *
     * @throws ProblemException (413) if they are more than can be recorded together
     * @throws CommandRefusedException if there is none
     */
    List<BatchLine> read(BatchLines lines) throws IOException {
        List<BatchLine> group = new ArrayList<>();
        long bytes = 0;
        while (lines.next()) {
            if (!lines.isBlank()) {
                BatchLine read = line.read(lines);
                group.add(read);
                bytes += read.size();
            }
            if (group.size() > BatchGroup.LINES_MAX || bytes > BatchGroup.BYTES_MAX) {
                throw new ProblemException(CommandProblemDetails.problem(
                        HttpStatus.CONTENT_TOO_LARGE,
                        new BilingualText("Too much for one group", "Demasiado para un grupo"),
                        new BilingualText(
                                "At most " + BatchGroup.LINES_MAX + " commands of " + BatchGroup.BYTES_MAX
                                        + " bytes in all can be recorded together. Nothing is recorded.",
                                "Se registran juntas como máximo " + BatchGroup.LINES_MAX + " órdenes de "
                                        + BatchGroup.BYTES_MAX + " bytes en total. No se registró nada.")));
            }
        }
        if (group.isEmpty()) {
            throw new CommandRefusedException(Invalid.at(
                    "",
                    "a group has one command a line; this one has none",
                    "un grupo tiene una orden por línea; este no tiene ninguna"));
        }
        return group;
    }

    /** Records the lines and writes their results, in the same order. */
    void record(List<BatchLine> lines, OutputStream answers) throws IOException {
        List<Supplier<Receipt>> results =
                results(lines, requests -> ledger.recordTogether(requests, BatchLineHandler.origin()));
        write(lines, results, answers, (read, result, answer) -> {
            Receipt receipt = meters.count(read.begin(), named -> {
                if (read.request() != null) {
                    named.accept(read.request().command());
                }
                return result.get();
            });
            answer.put("status", (receipt.isNew() ? HttpStatus.CREATED : HttpStatus.OK).value());
            answer.setAll((ObjectNode) Json.MAPPER.valueToTree(CommandAnswer.of(receipt.recorded())));
        });
    }

    /** Evaluates the lines without recording them, and writes their results. */
    void dryRun(List<BatchLine> lines, OutputStream answers) throws IOException {
        write(lines, results(lines, dryRun::together), answers, (read, result, answer) -> {
            answer.put("status", HttpStatus.OK.value());
            answer.setAll(result.get());
        });
    }

    /** Evaluates or records the commands of all lines. */
    private interface Work<T> {
        List<Supplier<T>> of(List<CommandRequest> requests);
    }

    /** Adds the result of a line to its answer. */
    private interface ResultWriter<T> {
        void write(BatchLine read, Supplier<T> result, ObjectNode answer);
    }

    private static <T> List<Supplier<T>> results(List<BatchLine> lines, Work<T> work) {
        if (lines.stream().anyMatch(each -> each.failure() != null)) {
            return lines.stream()
                    .map(each -> GroupLineHandler.<T>failing(Objects.requireNonNullElseGet(
                            each.failure(), () -> new CommandRefusedException(new StoppedByGroup(List.of())))))
                    .toList();
        }
        try {
            return work.of(lines.stream()
                    .map(BatchLine::request)
                    .filter(Objects::nonNull)
                    .map(CommandRequest.class::cast)
                    .toList());
        } catch (GroupRefusedException e) {
            return e.refusals().stream()
                    .map(refusal -> GroupLineHandler.<T>failing(new CommandRefusedException(refusal)))
                    .toList();
        } catch (RuntimeException e) {
            return Collections.nCopies(lines.size(), failing(e));
        }
    }

    private static <T> Supplier<T> failing(RuntimeException failure) {
        return () -> {
            throw failure;
        };
    }

    private static <T> void write(
            List<BatchLine> lines, List<Supplier<T>> results, OutputStream answers, ResultWriter<T> writer)
            throws IOException {
        Map<BatchLine, ObjectNode> written = new HashMap<>();
        List<Long> refused = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            BatchLine read = lines.get(i);
            Supplier<T> result = results.get(i);
            boolean[] isStopped = {false};
            byte[] answer = BatchLineHandler.answer(read.number(), json -> {
                try {
                    writer.write(read, result, json);
                } catch (CommandRefusedException e) {
                    isStopped[0] = e.refusal() instanceof StoppedByGroup;
                    throw e;
                }
            });
            ObjectNode json = (ObjectNode) Json.MAPPER.readTree(answer);
            written.put(read, json);
            if (!isStopped[0]) {
                refused.add(read.number());
            }
        }
        for (BatchLine read : lines) {
            ObjectNode json = Objects.requireNonNull(written.get(read));
            @Nullable ObjectNode problem = (ObjectNode) json.get("problem");
            if (problem != null && !refused.contains(read.number())) {
                nameLines(problem, refused);
            }
            BatchLineHandler.write(Json.MAPPER.writeValueAsBytes(json), answers);
        }
        answers.flush();
    }

    /** A line that is stopped by others names their numbers; their ids may have been chosen here. */
    private static void nameLines(ObjectNode problem, List<Long> refused) {
        String numbers = String.join(", ", refused.stream().map(String::valueOf).toList());
        problem.put(
                "detail",
                RequestLanguage.choose(
                        "Nothing of this group is recorded, because not all of it can be: see "
                                + (refused.size() == 1 ? "line " : "lines ") + numbers + ".",
                        "No se registra nada de este grupo, porque no se puede registrar entero: vea "
                                + (refused.size() == 1 ? "la línea " : "las líneas ") + numbers + "."));
        problem.set("stoppedBy", Json.MAPPER.valueToTree(refused));
    }
}
