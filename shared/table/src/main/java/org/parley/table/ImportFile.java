package org.parley.table;

import java.util.List;
import org.parley.table.message.ImportMessage;

/**
 * The content of an imported file.
 *
 * @param notes for the editor: what was detected and what was ignored
 * @param refusals why the file must be changed before any row can be imported; empty for a readable file
 * @param rows the rows, without empty ones; empty when the file is refused
 */
public record ImportFile(List<ImportMessage> notes, List<ImportMessage> refusals, List<ImportRow> rows) {
    static ImportFile refused(List<ImportMessage> refusals) {
        return new ImportFile(List.of(), refusals, List.of());
    }
}
