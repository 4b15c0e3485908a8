package org.parley.table;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.contract.command.CommandReader;
import org.parley.contract.command.InvalidRequestException;
import org.parley.table.message.CellFault;
import org.parley.table.message.ImportMessage;
import tools.jackson.databind.node.ObjectNode;

/**
 * Maps the fields of a row's command to columns: the ledger reports faults by JSON pointer, editors look for columns.
 *
 * @param sources the numbers of the table's sources in the order of the command's sources; null for NDJSON
 */
record FieldColumns(TableHeadings headings, @Nullable List<Integer> sources) {
    static final FieldColumns OF_JSON = new FieldColumns(TableHeadings.NONE, null);

    private static final CommandReader COMMANDS = new CommandReader();

    /** The heading of the column for a JSON pointer; null for the whole command. */
    @Nullable String column(String pointer) {
        if (pointer.isEmpty()) {
            return null;
        } else if (sources == null) {
            return pointer.substring(1);
        }
        String[] steps = pointer.substring(1).split("/");
        return switch (steps[0]) {
            case "evidence" -> ofEvidence(steps);
            case "source" -> steps.length > 1 ? headings.heading(steps[1], 1) : headings.heading("publisher", 1);
            default -> headings.heading(steps[0], 0);
        };
    }

    private String ofEvidence(String[] steps) {
        if (steps.length > 1 && steps[1].equals("grade")) {
            return headings.heading("grade", 0);
        }
        int index = steps.length > 2 && steps[2].matches("\\d{1,3}") ? Integer.parseInt(steps[2]) : 0;
        int number = sources != null && index < sources.size() ? sources.get(index) : index + 1;
        return headings.heading(steps.length > 3 ? steps[3] : "publisher", number);
    }

    /** The faults of the other fields of a command with unclear fields, so that all faults are reported at once. */
    List<CellFault> remainingFaults(ObjectNode command, Set<String> unclear) {
        try {
            COMMANDS.read(command);
            return List.of();
        } catch (InvalidRequestException e) {
            return e.faults().stream()
                    .filter(fault -> unclear.stream().noneMatch(field -> isOf(fault.pointer(), field)))
                    .map(fault -> new CellFault(column(fault.pointer()), ImportMessage.ofLedger(fault.message())))
                    .toList();
        }
    }

    private static boolean isOf(String pointer, String field) {
        return pointer.equals("/" + field) || pointer.startsWith("/" + field + "/");
    }
}
