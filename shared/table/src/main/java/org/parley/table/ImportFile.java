package org.parley.table;

import java.util.List;

/**
 * A file as it was understood.
 *
 * @param notes what was recognised and what was passed over, to be shown
 * @param refusals why nothing of it can be taken before it is changed; empty when it can
 * @param rows its rows, without the empty ones
 */
public record ImportFile(List<Message> notes, List<Message> refusals, List<ImportRow> rows) {
    static ImportFile refused(List<Message> refusals) {
        return new ImportFile(List.of(), refusals, List.of());
    }
}
