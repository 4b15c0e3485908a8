package org.parley.ledger.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.contract.command.CommandRequest;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.editorial.EditorialCommand;
import org.parley.domain.matter.MatterKind;

/**
 * Consecutive lines of a batch whose commands are recorded together: those of one negotiation, as long as none needs
 * the stored events of an earlier one.
 */
final class BatchGroup {
    static final int LINES_MAX = 200;
    static final long BYTES_MAX = 1024 * 1024;

    private final List<BatchLine> lines = new ArrayList<>();
    private final Set<UUID> ids = new HashSet<>();
    private @Nullable String negotiation;
    private long bytes;

    /**
     * A line of a batch: a command, or why there is none.
     *
     * @param number its number, from 1
     * @param size its length in bytes
     * @param request the command; null if it cannot be read
     * @param failure why it cannot be read; null if it can
     * @param begin when it was read, as {@link System#nanoTime}
     */
    record BatchLine(
            long number,
            int size,
            @Nullable CommandRequest request,
            @Nullable RuntimeException failure,
            long begin) {}

    /** Whether a line may be recorded together with the others. */
    boolean fits(BatchLine line) {
        CommandRequest request = line.request();
        return lines.isEmpty()
                || (lines.size() < LINES_MAX
                        && bytes + line.size() <= BYTES_MAX
                        && (request == null || negotiation == null || isIndependent(request)));
    }

    private boolean isIndependent(CommandRequest request) {
        // The target of an editorial command may be one of the others.
        return request.negotiation().equals(negotiation)
                && !(request.command() instanceof EditorialCommand)
                && !ids.contains(request.developmentId());
    }

    void add(BatchLine line) {
        CommandRequest request = line.request();
        lines.add(line);
        bytes += line.size();
        if (request != null) {
            negotiation = request.negotiation();
            if (request.developmentId() != null) {
                ids.add(request.developmentId());
            }
        }
    }

    /** Whether the last line ends the group: the parties are read from the stored events of the negotiation itself. */
    boolean isComplete() {
        CommandRequest last = lines.getLast().request();
        return last != null
                && (last.command() instanceof EditorialCommand
                        || DomainCatalogue.kindOf(last.command())
                                .filter(MatterKind.NEGOTIATION::equals)
                                .isPresent());
    }

    List<BatchLine> lines() {
        return lines;
    }

    /** The commands of the lines that have one. */
    List<CommandRequest> requests() {
        return lines.stream()
                .map(BatchLine::request)
                .filter(request -> request != null)
                .map(CommandRequest.class::cast)
                .toList();
    }
}
